import { type Oklab, shownOklab } from './oklab.ts'
import type { Rgb } from './rgb.ts'

/** A colour as CSS writes it, read. */
export interface Colour {
  rgb: Rgb
  alpha: number
}

/** Reads one component: a number, or a percentage of `whole`. */
function number(text: string | undefined, whole = 1): number {
  if (text === 'none') return 0
  const [, digits, percent] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(text ?? '') ?? []
  return digits === undefined ? Number.NaN : percent ? (Number(digits) / 100) * whole : Number(digits)
}

const units: Record<string, number> = { '': 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }

function radians(text: string | undefined): number {
  const [, digits, unit = ''] = /^([^a-z]+|none)(deg|grad|rad|turn)?$/i.exec(text ?? '') ?? []
  return (number(digits) * (units[unit.toLowerCase()] ?? Number.NaN) * Math.PI) / 180
}

const fromPolar = (lightness: number, chroma: number, hue: number): Oklab => [
  lightness,
  Math.max(0, chroma) * Math.cos(hue),
  Math.max(0, chroma) * Math.sin(hue),
]

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const step = (((offset + (hue * 6) / Math.PI) % 12) + 12) % 12
    return lightness - reach * Math.max(-1, Math.min(step - 3, 9 - step, 1))
  }
  return [channel(0), channel(8), channel(4)]
}

type Parts = (string | undefined)[]

const functions: Record<string, (parts: Parts) => Rgb> = {
  rgb: ([r, g, b]) => [number(r, 255) / 255, number(g, 255) / 255, number(b, 255) / 255],
  hsl: ([h, s, l]) => fromHsl(radians(h), hundredth(s), hundredth(l)),
  oklab: ([l, a, b]) => shownOklab([unit(number(l)), number(a, 0.4), number(b, 0.4)]),
  oklch: ([l, c, h]) => shownOklab(fromPolar(unit(number(l)), number(c, 0.4), radians(h))),
}

const hundredth = (text: string | undefined) => unit(text?.endsWith('%') ? number(text) : number(text) / 100)
const unit = (value: number) => Math.min(1, Math.max(0, value))

/** Reads `rgb()`, `hsl()`, `oklab()` or `oklch()`, of which this is the content. */
export function readColourFunction(name: string, content: string): Colour | undefined {
  const read = functions[name.toLowerCase().replace(/a$/, '')]
  const [values = '', alphaAfterSlash, ...more] = content.split('/').map((part) => part.trim())
  const parts = values.split(values.includes(',') ? /\s*,\s*/ : /\s+/)
  const alpha = unit(number(alphaAfterSlash ?? parts[3] ?? '1'))
  const isShaped = parts.length === (alphaAfterSlash === undefined && parts.length === 4 ? 4 : 3)
  if (!read || more.length > 0 || !isShaped) return undefined
  const rgb = read(parts)
  return [...rgb, alpha].every(Number.isFinite) ? { rgb, alpha } : undefined
}
