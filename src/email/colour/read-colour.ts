import { type Colour, readColourFunction } from './colour-functions.ts'
import { fromOklab, toOklab } from './oklab.ts'
import { type Rgb, readHex } from './rgb.ts'

/** Splits at commas that are not inside brackets. */
const split = (text: string) => text.split(/,(?![^(]*\))/).map((part) => part.trim())

const mixes: Record<string, (one: Rgb, other: Rgb, share: number) => Rgb> = {
  srgb: (one, other, share) => between(one, other, share),
  oklab: (one, other, share) => fromOklab(between(toOklab(one), toOklab(other), share)),
}

const between = (one: Rgb, other: Rgb, share: number): Rgb => [
  one[0] * share + other[0] * (1 - share),
  one[1] * share + other[1] * (1 - share),
  one[2] * share + other[2] * (1 - share),
]

function readMix(content: string): Colour | undefined {
  const [method = '', ...sides] = split(content)
  const mix = mixes[method.replace(/^in\s+/i, '').toLowerCase()]
  const [one, other] = sides.map((side) => {
    const [, before, text = '', after] = /^(?:([\d.]+%)\s+)?(.*?)(?:\s+([\d.]+%))?$/.exec(side) ?? []
    const percent = before ?? after
    return {
      colour: readColour(text),
      share: percent === undefined ? undefined : Number.parseFloat(percent) / 100,
    }
  })
  if (!mix || sides.length !== 2 || !one?.colour || !other?.colour) return undefined
  // Transparent parts would have to be mixed by their alpha.
  if (one.colour.alpha < 1 || other.colour.alpha < 1) return undefined
  const first = one.share ?? 1 - (other.share ?? 0.5)
  const sum = first + (other.share ?? 1 - first)
  if (!(sum > 0)) return undefined
  return { rgb: mix(one.colour.rgb, other.colour.rgb, first / sum), alpha: Math.min(1, sum) }
}

/**
 * Reads a colour of CSS: hexadecimal, `rgb()`, `hsl()`, `oklab()`, `oklch()`, and `color-mix()` of these in sRGB or
 * Oklab. Returns undefined for anything else, such as a variable, which an email has no value for.
 */
export function readColour(text: string): Colour | undefined {
  const trimmed = text.trim()
  if (/^(?:white|black)$/i.test(trimmed)) {
    const level = trimmed.toLowerCase() === 'white' ? 1 : 0
    return { rgb: [level, level, level], alpha: 1 }
  }
  const [, name = '', content = ''] = /^([\w-]+)\((.*)\)$/s.exec(trimmed) ?? []
  if (name.toLowerCase() === 'color-mix') return readMix(content)
  return name ? readColourFunction(name, content) : readHex(trimmed)
}
