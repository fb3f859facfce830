import { emailLocal } from './email-local.ts'
import { namePools } from './names.ts'

/** Somebody, with what stands before the `@` of their email address. */
export interface Person {
  name: string
  local: string
}

/** A prime that no pool's size has in it, so that steps of it meet each pair of names once. */
const stride = 41

/** The person of a number, from 0: always the same one, each with an address of their own. */
export function person(index: number): Person {
  const pool = namePools[index % namePools.length] ?? { given: [''], family: [''] }
  const turn = Math.floor(index / namePools.length)
  const pairs = pool.given.length * pool.family.length
  const pair = (turn * stride) % pairs
  const [given = '', givenLatin = given] = (pool.given[pair % pool.given.length] ?? '').split('=')
  const [family = '', familyLatin = family] = (pool.family[Math.floor(pair / pool.given.length)] ?? '').split(
    '=',
  )
  const namesake = turn < pairs ? '' : String(Math.floor(turn / pairs) + 1)
  return {
    name: 'familyFirst' in pool && pool.familyFirst ? `${family} ${given}` : `${given} ${family}`,
    local: `${emailLocal(givenLatin)}.${emailLocal(familyLatin)}${namesake}`,
  }
}
