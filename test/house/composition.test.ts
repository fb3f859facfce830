import { expect, it } from 'vitest'
import { files, read } from './files.ts'

it('every module that handles keys ignores those of an input method', () => {
  const handling = files.filter(
    (path) =>
      /^src\/.+\.tsx?$/.test(path) &&
      /\bevent\.key\b|\(\{[^})]*\bkey\b[^})]*\}: KeyboardEvent/.test(read(path)),
  )
  expect(handling.length).toBeGreaterThan(12)
  expect(handling.filter((path) => !read(path).includes('isComposing('))).toEqual([])
})
