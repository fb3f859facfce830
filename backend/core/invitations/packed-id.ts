import { isId } from '../../../src/contract/id.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const bytesOfUuid = 16

/**
 * Packs an id: its length and its characters. A UUID becomes a zero and its 16 bytes, since its text would fill half of
 * a link.
 */
export function packId(id: string): number[] {
  if (!uuid.test(id)) return [id.length, ...new TextEncoder().encode(id)]
  const hex = id.replaceAll('-', '')
  return [
    0,
    ...Array.from({ length: bytesOfUuid }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16)),
  ]
}

/** Reads a packed id at a position, and returns it with the position after it. Returns null if there is none. */
export function unpackId(bytes: Uint8Array, at: number): { id: string; end: number } | null {
  const length = bytes[at] ?? 0
  const start = at + 1
  const end = start + (length || bytesOfUuid)
  if (end > bytes.length) return null
  const part = bytes.subarray(start, end)
  const id = length ? String.fromCharCode(...part) : uuidOf(part)
  return isId(id) ? { id, end } : null
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
