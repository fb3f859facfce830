/** The encoding of a file's text. */
export type TextEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'

/** A file's text, without its byte order mark. */
export interface DecodedText {
  text: string
  encoding: TextEncoding
}

/** Decodes a text file as spreadsheets and editors write it: UTF-8, UTF-16 with or without a mark, or Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}

/** The byte order of UTF-16, by its mark or by the position of the zero bytes of Latin letters. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 1_000)
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) * 4 < start.length) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}
