const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

const english = /^en(-[A-Z]{2})?$/

/** The writing direction of a locale, by its script. English needs no Intl object for it. */
export function direction(locale: string): 'ltr' | 'rtl' {
  if (english.test(locale)) return 'ltr'
  const { script = '' } = new Intl.Locale(locale).maximize()
  return rightToLeftScripts.has(script) ? 'rtl' : 'ltr'
}
