import { englishNumber, isPlainEnglish } from './plain-english.ts'

/** Numbers and plural forms of one locale. */
export interface Counting {
  number(value: number): string
  /** The plural form of a number. */
  form(count: number): Intl.LDMLPluralRule
}

const cache = new Map<string, Counting>()
const english = /^en(-[A-Z]{2})?$/

/**
 * Numbers and plural forms of a locale, shared by all texts. An Intl object takes milliseconds to create, so one is only
 * created for a number that needs it: English counts don't.
 */
export function counting(locale: string): Counting {
  const known = cache.get(locale)
  if (known) return known
  const isEnglish = english.test(locale)
  const isPlain = isPlainEnglish(locale)
  let numbers: Intl.NumberFormat | undefined
  let rules: Intl.PluralRules | undefined

  const made: Counting = {
    number(value) {
      if (isEnglish && Number.isInteger(value) && value >= 0 && value < 1_000) return String(value)
      const plain = isPlain ? englishNumber(value) : undefined
      if (plain !== undefined) return plain
      numbers ??= new Intl.NumberFormat(locale)
      return numbers.format(value)
    },
    form(count) {
      if (isEnglish && Number.isInteger(count)) return Math.abs(count) === 1 ? 'one' : 'other'
      rules ??= new Intl.PluralRules(locale)
      return rules.select(count)
    },
  }
  cache.set(locale, made)
  return made
}
