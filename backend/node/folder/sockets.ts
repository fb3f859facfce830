import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The sockets of a data folder. Each process that wants to hold it takes the number after the highest. */
export interface Sockets {
  /** The numbers that are taken, by processes that may have ended. The highest comes first. */
  taken(): Promise<number[]>
  path(number: number): string
}

const numberIn = (name: string, prefix: string, suffix: string) =>
  name.startsWith(prefix) && name.endsWith(suffix)
    ? Number(name.slice(prefix.length, -suffix.length || undefined))
    : 0

/** Windows has no sockets in folders, but it has pipes that also close when their process ends. */
function placeOf(folder: string) {
  if (process.platform !== 'win32') return { place: folder, prefix: 'roster-', suffix: '.sock' }
  const hash = createHash('sha256').update(resolve(folder).toLowerCase()).digest('hex').slice(0, 20)
  return { place: '\\\\.\\pipe\\', prefix: `roster-${hash}-`, suffix: '' }
}

/** The sockets of a folder. */
export function socketsOf(folder: string): Sockets {
  const { place, prefix, suffix } = placeOf(folder)
  return {
    async taken() {
      const numbers = (await readdir(place)).map((name) => numberIn(name, prefix, suffix))
      return numbers.filter((number) => Number.isSafeInteger(number) && number > 0).sort((a, b) => b - a)
    },
    path: (number) => join(place, `${prefix}${number}${suffix}`),
  }
}
