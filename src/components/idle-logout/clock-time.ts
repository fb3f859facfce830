/** Seconds as minutes and seconds, such as `0:58`, in the digits of a locale. */
export function clockTime(seconds: number, locale: string): string {
  const minutes = Math.floor(seconds / 60)
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
  return `${new Intl.NumberFormat(locale).format(minutes)}:${two.format(seconds % 60)}`
}
