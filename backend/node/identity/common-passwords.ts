import { dictionary } from '@zxcvbn-ts/language-common'

const common = new Set(dictionary['passwords-common'])

/** The shortest part that a text repeats: `ab` of `ababab`. */
const unit = (text: string) => /^(.+?)\1+$/s.exec(text)?.[1] ?? text

/**
 * Whether a password is among those that attackers try first, also in other letter case and repeated. A single
 * character repeated is common, however often.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const repeated = unit(text)
  return common.has(text) || common.has(repeated) || [...repeated].length === 1
}
