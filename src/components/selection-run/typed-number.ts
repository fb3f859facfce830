/** Characters without a width, such as direction marks and soft hyphens, which are copied along with a number. */
const invisible = /\p{Cf}/gu

/** Numbers that aren't digits, such as ² and Ⅳ. Their compatibility forms would be digits and letters. */
const otherNumbers = /[\p{No}\p{Nl}]/u

const isDigit = (code: number) => code >= 0 && /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** The value of a digit of any script. Unicode keeps the ten digits of a script together and in their order. */
function valueOfDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (isDigit(code - before - 1)) before += 1
  return String(before % 10)
}

const quoted = (text: string) => text.replace(/[\\\]^-]/gu, '\\$&')

/** The sizes of the groups in which a locale writes a number, and the sign between them. */
function localeGroups(locale: string, number: number) {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(number)
  const group = parts.find(({ type }) => type === 'group')?.value ?? ','
  const sizes = parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length)
  return { group: group.normalize('NFKC'), sizes: sizes.join() }
}

/**
 * Whether a text is a whole number as people type or paste it: in the digits of any script and in any width, with or
 * without groups. It is strict about the value: a sign, a fraction or other letters aren't accepted.
 */
export function isTypedNumber(text: string, number: number, locale: string): boolean {
  if (otherNumbers.test(text)) return false
  const visible = text.normalize('NFKC').replace(invisible, '').trim()
  const plain = visible.replace(/\p{Nd}/gu, valueOfDigit)
  const { group, sizes } = localeGroups(locale, number)
  const groups = plain.split(new RegExp(`[\\s\u066c'’${quoted(group)}]`, 'u'))
  if (groups.join('') !== String(number)) return false
  return groups.length === 1 || groups.map(({ length }) => length).join() === sizes
}
