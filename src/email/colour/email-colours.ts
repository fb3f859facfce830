import { readableOn, textOn } from './contrast.ts'
import { shownOklab, toOklab } from './oklab.ts'
import { readColour } from './read-colour.ts'
import { over, type Rgb, toHex } from './rgb.ts'

/** A text colour and the background it is read on. Both are `#rrggbb`. */
export interface Pair {
  color: string
  background: string
}

/** The pairs of an email in one theme, by the part that uses them. */
export interface EmailTheme {
  page: Pair
  title: Pair
  text: Pair
  small: Pair
  link: Pair
  mark: Pair
  button: Pair
  line: string
  rule: string
}

const white: Rgb = [1, 1, 1]
const defaultAccent: Rgb = [0.231, 0.357, 0.859]
const [lightCard, darkCard] = ['#ffffff', '#1c1e25']

/** The brand's accent on white, or the default one where a mail client could not know its value. */
function accentOf(text: string | undefined): Rgb {
  const colour = text === undefined ? undefined : readColour(text)
  return colour && colour.alpha > 0 ? over(colour.rgb, colour.alpha, white) : defaultAccent
}

/** The accent at another lightness, and with a share of its chroma. */
function tone(accent: Rgb, lightness: (own: number) => number, chroma = 1): string {
  const [own, a, b] = toOklab(accent)
  return toHex(shownOklab([lightness(own), a * chroma, b * chroma]))
}

/** Resolves a brand's accent to the colours of an email, light and dark. All text is readable (WCAG AA). */
export function emailColours(accentText: string | undefined): { light: EmailTheme; dark: EmailTheme } {
  const accent = accentOf(accentText)
  const lightFill = toHex(accent)
  const darkFill = tone(accent, (own) => Math.min(0.6, Math.max(0.53, own)))
  const on =
    (background: string) =>
    (color: string): Pair => ({ color, background })
  const [light, dark] = [on(lightCard), on(darkCard)]
  return {
    light: {
      page: { color: '#5b5e68', background: '#f1f2f4' },
      title: light('#191b22'),
      text: light('#3b3e48'),
      small: light('#5b5e68'),
      link: light(
        readableOn(
          lightCard,
          tone(accent, (own) => Math.min(own, 0.48)),
        ),
      ),
      mark: { color: '#ffffff', background: '#191b22' },
      button: { color: textOn(lightFill), background: lightFill },
      line: '#d5d7de',
      rule: '#e3e4e8',
    },
    dark: {
      page: { color: '#a3a6b3', background: '#101114' },
      title: dark('#ecedf2'),
      text: dark('#d0d2da'),
      small: dark('#a3a6b3'),
      link: dark(
        readableOn(
          darkCard,
          tone(accent, (own) => Math.max(own, 0.76), 0.75),
        ),
      ),
      mark: { color: '#191b22', background: '#ecedf2' },
      button: { color: textOn(darkFill), background: darkFill },
      line: '#474b58',
      rule: '#343741',
    },
  }
}
