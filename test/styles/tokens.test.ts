import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generateTokens } from '../../scripts/generate-tokens.ts'

const styles = new URL('../../src/styles/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, styles), 'utf8')
const generated = generateTokens(JSON.parse(read('tokens.json')))

describe('tokens', () => {
  it('are generated from the current tokens.json', () => {
    expect(read('tokens.generated.css')).toBe(generated.css)
    expect(read('tokens.generated.ts')).toBe(generated.ts)
  })

  it('declare no public property, so that a host may set one anywhere above', () => {
    expect(generated.css.match(/^\s*--roster-/gm)).toBeNull()
  })

  it('name only tokens that exist', () => {
    const declared = new Set(generated.css.match(/--_[\w-]+(?=:)/g))
    const read = new Set(generated.css.match(/(?<=var\()--_[\w-]+/g))
    expect([...read].filter((name) => !declared.has(name))).toEqual([])
  })
})
