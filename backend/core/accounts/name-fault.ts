import { joinLimits } from '../../../src/contract/join.ts'

/** Controls, zero-width and bidirectional characters, line separators and lone surrogates. They are invisible. */
export const invisible: RegExp = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** Joiners inside words of scripts that are written with them, such as Persian and Hindi. */
const joiners =
  /(?<=(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d](?=\p{L})/gu

/** Why a name can't be used, as the end of a sentence, or undefined. */
export function nameFault(name: string): string | undefined {
  const { length } = name.trim()
  if (length === 0 || length > joinLimits.name) return `must have 1 to ${joinLimits.name} characters`
  return invisible.test(name.replace(joiners, '')) ? 'must not contain invisible characters' : undefined
}
