import { dictionary } from '@zxcvbn-ts/language-common'

const common = new Set(dictionary['passwords-common'])

/** The shortest part whose repetition is the text, such as `ab` for `ababab`. */
const unit = (text: string) => /^(.+?)\1+$/s.exec(text)?.[1] ?? text

/**
 * Whether a password is one that attackers try first, in any letter case, or a repetition of one. A repeated single
 * character is always common.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const repeated = unit(text)
  return common.has(text) || common.has(repeated) || [...repeated].length === 1
}
