import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { avatarHue } from '../../demo/src/ui/avatar-hue.ts'
import { hue } from '../../src/primitives/avatar/hue.ts'

const sheet = readFileSync(new URL('../../src/primitives/avatar/avatar.css', import.meta.url), 'utf8')
const hues = new Map(
  [...sheet.matchAll(/data-hue="(\d+)"\]\) \{\s*--_hue: (\d+);/g)].map(([, name, degrees]) => [
    Number(name),
    Number(degrees),
  ]),
)

describe('an avatar of the demo', () => {
  it('has the colour of the same user in Roster', () => {
    expect(hues.size).toBe(12)
    for (let index = 0; index < 200; index += 1)
      expect(avatarHue(`user-${index}`)).toBe(hues.get(hue(`user-${index}`)))
  })
})
