/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

const clamp = (value: number) => Math.min(1, Math.max(0, value))

/** A colour as `#rrggbb`, the one form that every mail client reads. */
export const toHex = (rgb: Rgb): string =>
  `#${rgb
    .map((channel) =>
      Math.round(clamp(channel) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Reads `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa`. */
export function readHex(text: string): { rgb: Rgb; alpha: number } | undefined {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text)) return undefined
  const digits = text.slice(1)
  const size = digits.length > 4 ? 2 : 1
  const channel = (index: number) => {
    const part = digits.slice(index * size, (index + 1) * size)
    return part === '' ? 1 : Number.parseInt(part.repeat(2 / size), 16) / 255
  }
  return { rgb: [channel(0), channel(1), channel(2)], alpha: channel(3) }
}

/** A colour over another, which is opaque. */
export const over = (rgb: Rgb, alpha: number, under: Rgb): Rgb => {
  const blend = (index: 0 | 1 | 2) => rgb[index] * alpha + under[index] * (1 - alpha)
  return [blend(0), blend(1), blend(2)]
}
