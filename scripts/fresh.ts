import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

function* filesUnder(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path
  else for (const name of readdirSync(path)) yield* filesUnder(join(path, name))
}

const isWritten = (file: string) => !file.includes('.generated.')

const changedAt = (path: string) => statSync(path).mtimeMs

/** Whether every output exists and none is older than a source; sources may be folders, whose generated files do not count. */
export function isFresh(outputs: string[], sources: string[]): boolean {
  if (!outputs.every((output) => existsSync(output))) return false
  const built = Math.min(...outputs.map(changedAt))
  return sources.every((source) =>
    [...filesUnder(source)].filter(isWritten).every((file) => changedAt(file) <= built),
  )
}
