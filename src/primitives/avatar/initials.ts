import { firstLetter } from './first-letter.ts'

/** One or two letters for a name: the first of its first and of its last word, as people see letters. */
export function initials(name: string): string {
  const letters = name.trim().split(/\s+/u).map(firstLetter).filter(Boolean)
  return letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '')
}
