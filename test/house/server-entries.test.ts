import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from './files.ts'
import { importsOf } from './imports.ts'

/** Every source file that an entry loads. */
function loadedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const { specifier, typeOnly } of importsOf(path, read(path)))
    if (!typeOnly && specifier.startsWith('.')) loadedBy(posix.join(posix.dirname(path), specifier), seen)
  return seen
}

const isClient = (path: string) => /^['"]use client['"]/.test(read(path))

describe('the entries for servers', () => {
  it.each(['src/contract.ts', 'src/client.ts', 'src/email.ts'])(
    '%s loads no module that React renders in browsers only',
    (entry) => {
      const modules = [...loadedBy(entry)]
      expect(modules.length).toBeGreaterThan(10)
      expect(modules.filter(isClient)).toEqual([])
      const packages = modules.flatMap((path) => importsOf(path, read(path)))
      expect(packages.filter(({ specifier }) => /^react($|\/|-dom)/.test(specifier))).toEqual([])
    },
  )

  it('would find the mark in an entry for browsers', () => {
    expect([...loadedBy('src/index.ts')].filter(isClient)).toEqual(['src/index.ts', 'src/headless.ts'])
  })
})
