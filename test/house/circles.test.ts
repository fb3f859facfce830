import { describe, expect, it } from 'vitest'
import { circles } from './circles.ts'
import { files, read } from './files.ts'

const room = (folder: string) =>
  new Map(
    files
      .filter((path) => path.startsWith(`${folder}/`) && /\.tsx?$/.test(path))
      .map((path) => [path, read(path)]),
  )

describe.each(['backend', 'demo', 'mocks', 'src'])('the imports inside %s', (folder) => {
  it('form no circle, neither of files nor of folders', () => {
    const modules = room(folder)
    expect(modules.size).toBeGreaterThan(10)
    expect(circles(modules)).toEqual([])
  })
})

describe('the checker of circles', () => {
  const importing = (modules: Record<string, string[]>) =>
    new Map(Object.entries(modules).map(([path, texts]) => [path, texts.join('\n')]))

  it.each<[string, Record<string, string[]>, string[]]>([
    [
      'two files that import each other',
      { 'a/one.ts': ["import { two } from './two.ts'"], 'a/two.ts': ["import { one } from './one.ts'"] },
      ['a/one.ts ↔ a/two.ts'],
    ],
    [
      'a type on the way back',
      { 'a/one.ts': ["import { two } from './two.ts'"], 'a/two.ts': ["import type { One } from './one.ts'"] },
      ['a/one.ts ↔ a/two.ts'],
    ],
    [
      'an import type on the way back',
      { 'a/one.ts': ["import './two.ts'"], 'a/two.ts': ["type One = import('./one.ts').One"] },
      ['a/one.ts ↔ a/two.ts'],
    ],
    [
      'an import on demand and a re-export',
      { 'a/one.ts': ["await import('./two.ts')"], 'a/two.ts': ["export { one } from './one.ts'"] },
      ['a/one.ts ↔ a/two.ts'],
    ],
    [
      'three files in a ring',
      {
        'a/one.ts': ["import './two.ts'"],
        'a/two.ts': ["import './three.ts'"],
        'a/three.ts': ["import './one.ts'"],
      },
      ['a/one.ts ↔ a/three.ts ↔ a/two.ts'],
    ],
    [
      'two folders, though no file imports back',
      {
        'a/http/call.ts': ["import '../events/streams.ts'"],
        'a/events/streams.ts': [''],
        'a/events/follow.ts': ["import '../http/call.ts'"],
      },
      ['a/events ↔ a/http'],
    ],
    [
      'a folder and one inside it',
      {
        'a/top.ts': ["import './inner/part.ts'"],
        'a/inner/part.ts': ["import '../base.ts'"],
        'a/base.ts': [''],
      },
      ['a ↔ a/inner'],
    ],
    [
      'each of two circles',
      {
        'a/one.ts': ["import './two.ts'"],
        'a/two.ts': ["import './one.ts'"],
        'b/three.ts': ["import './four.ts'"],
        'b/four.ts': ["import './three.ts'"],
      },
      ['a/one.ts ↔ a/two.ts', 'b/four.ts ↔ b/three.ts'],
    ],
  ])('refuses %s', (_, modules, expected) => {
    expect(circles(importing(modules))).toEqual(expected)
  })

  it.each<[string, Record<string, string[]>]>([
    [
      'two ways down to one file',
      {
        'a/top.ts': ["import './left.ts'", "import './right.ts'"],
        'a/left.ts': ["import './base/low.ts'"],
        'a/right.ts': ["import './base/low.ts'"],
        'a/base/low.ts': [''],
      },
    ],
    [
      'a package of the same name as a folder',
      { 'a/one.ts': ["import 'a/two.ts'"], 'a/two.ts': ["import './one.ts'"] },
    ],
  ])('allows %s', (_, modules) => {
    expect(circles(importing(modules))).toEqual([])
  })
})
