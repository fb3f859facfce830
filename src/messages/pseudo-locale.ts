const circumflex = '\u0302'
const growth = 0.35

/** True for `en-XA`, in which every text of ours is accented, longer and in brackets. */
export const isPseudoLocale = (locale: string) => locale.toLowerCase() === 'en-xa'

/** Accents a text, makes it about 35 % longer and puts it in brackets; placeholders stay as they are. */
export function pseudoLocalise(text: string, options: { brackets?: boolean } = {}): string {
  const letters = text.replace(/\{\w+\}/g, '').length
  const changed = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : accent(part)))
    .join('')
  if (options.brackets === false) return changed
  return `[${changed}${' ~'.repeat(Math.ceil((letters * growth) / 2))}]`
}

const accent = (text: string) => text.replace(/[a-z]/gi, `$&${circumflex}`).normalize()
