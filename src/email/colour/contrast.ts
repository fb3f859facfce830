import { fromOklab, shownOklab, toOklab } from './oklab.ts'
import { type Rgb, readHex, toHex } from './rgb.ts'

/** What WCAG 2 requires of text at level AA. */
const readable = 4.5

const luminance = (rgb: Rgb) => {
  const [r, g, b] = rgb.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

const ofHex = (hex: string): Rgb => readHex(hex)?.rgb ?? fromOklab([0, 0, 0])

/** The contrast of two colours `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(ofHex(one)), luminance(ofHex(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** White or black, whichever is readable on a colour; white where both are. */
export const textOn = (background: string): string =>
  contrast('#ffffff', background) >= readable ? '#ffffff' : '#000000'

/** A colour made darker or lighter until text in it is readable on a background. */
export function readableOn(background: string, colour: string): string {
  const [start, a, b] = toOklab(ofHex(colour))
  const isLight = luminance(ofHex(background)) > 0.18
  for (let lightness = start; lightness > 0 && lightness < 1; lightness += isLight ? -0.01 : 0.01) {
    const hex = toHex(shownOklab([lightness, a, b]))
    if (contrast(hex, background) >= readable) return hex
  }
  return isLight ? '#000000' : '#ffffff'
}
