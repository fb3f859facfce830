import { emailLocal } from './email-local.ts'
import { namePools } from './names.ts'

/** A person, with the part of their email address before the `@`. */
export interface Person {
  name: string
  local: string
}

/** A prime that divides no pool's size, so that steps of it reach each pair of names once. */
const stride = 41

/** The person with a number, from 0. Each number always returns the same person, with a unique address. */
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
