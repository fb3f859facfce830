import { describe, expect, it } from 'vitest'
import { files, read } from './files.ts'

const own = 'test/house/house.test.ts'
const text = files.filter((path) => /\.(tsx?|mjs|cjs|js|jsonc?|css|html|md|sh|yml)$|^\.|\/run$/.test(path))
const code = text.filter((path) => /\.tsx?$/.test(path) && path !== own)
const shipped = text.filter((path) => path !== 'package-lock.json' && path !== own)

/** Where a pattern occurs, as `path:line`. */
function occurrences(paths: string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  )
}

describe('the house', () => {
  it.each([
    ['silences a checker', /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|v8 ignore/],
    ['leaves a note for later', /\b(TODO|FIXME|XXX|HACK)\b/],
    ['skips a test, or runs one alone', /\b(it|test|describe)\.(skip|only|todo|fails)\b/],
  ])('never %s', (_, pattern) => {
    expect(occurrences(code, pattern)).toEqual([])
  })

  it('names no registry, no machine and no notes from outside it', () => {
    const outside = /registry\.npm|npm(js|mirror)\.|\/work\/|\/farm\/|\/home\/\w|\/Users\/\w|shared\/design/
    expect(occurrences(shipped, outside)).toEqual([])
  })

  it('has no file of more than 300 lines, except lists of data', () => {
    const lists = /^test\/mutants\/|^src\/styles\/.*generated/
    const long = files
      .filter((path) => /\.(tsx?|css|mjs|cjs)$/.test(path) && !lists.test(path))
      .map((path) => [path, read(path).split('\n').length - 1] as const)
    expect(long.filter(([, lines]) => lines > 300)).toEqual([])
  })

  it('keeps a lock file without addresses', () => {
    const { packages }: { packages: Record<string, { resolved?: string }> } = JSON.parse(
      read('package-lock.json'),
    )
    const addresses = Object.values(packages).filter(({ resolved }) => resolved?.includes('://'))
    expect(addresses).toEqual([])
  })

  it('lists its sheets in CSS, so that a bundler of a host meets none in the library', () => {
    const library = code.filter((path) => path.startsWith('src/'))
    expect(occurrences(library, /import\s+['"][^'"]+\.css['"]/)).toEqual([])
  })

  it('names its files after ideas', () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(path))).toEqual([])
    expect(files.filter((path) => /^src\/.+\/index\.tsx?$/.test(path))).toEqual([])
  })
})
