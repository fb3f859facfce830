/** Direction marks, which are copied along with a number from right-to-left text. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu

/** Separators between groups of digits that are accepted in every locale. */
const spaces = ' \u00a0\u202f\u2009'

const quoted = (text: string) => text.replace(/[\\\]^-]/gu, '\\$&')

/** The locale's digits, by their value. */
function localeDigits(locale: string): Map<string, string> {
  const ten = new Intl.NumberFormat(locale, { useGrouping: false })
  return new Map(Array.from({ length: 10 }, (_, digit) => [ten.format(digit), String(digit)]))
}

/** The sizes of the groups in which a locale writes a number, and the sign between them. */
function localeGroups(locale: string, number: number) {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(number)
  const group = parts.find(({ type }) => type === 'group')?.value ?? ','
  const sizes = parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length)
  return { group, sizes: sizes.join() }
}

/**
 * Whether a text is a whole number as a person of a locale may type or paste it: in the locale's digits or in 0–9, with
 * or without groups. It is strict about the value: a sign, a fraction or other letters aren't accepted.
 */
export function isTypedNumber(text: string, number: number, locale: string): boolean {
  const digits = localeDigits(locale)
  const plain = [...text.replace(marks, '').trim()].map((sign) => digits.get(sign) ?? sign).join('')
  const { group, sizes } = localeGroups(locale, number)
  const groups = plain.split(new RegExp(`[${quoted(group)}${spaces}]`, 'u'))
  if (groups.join('') !== String(number)) return false
  return groups.length === 1 || groups.map(({ length }) => length).join() === sizes
}
