import { expect, it } from 'vitest'
import { read } from './files.ts'

/** The tests that `docs/security.md` names: the file, and the name. */
const named = [...read('docs/security.md').matchAll(/`(test\/[^`]+)`: (.+?) \|$/gm)].map(
  ([, file = '', name = '']): [string, string] => [file, name],
)

const rows = read('docs/security.md').match(/^\| \d+\.\d+\.\d+/gm) ?? []

it('each requirement in docs/security.md names its test', () => {
  expect(named.length).toBeGreaterThan(8)
  expect(named).toHaveLength(rows.length)
})

it.each(named)('%s has the test that docs/security.md names: %s', (file, name) => {
  const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``]
  expect(quoted.some((text) => read(file).includes(text))).toBe(true)
})
