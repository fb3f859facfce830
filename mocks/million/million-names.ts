import { compareBytes } from '../../backend/core/text/compare-bytes.ts'
import { fold } from '../../src/base/fold.ts'
import { emailLocal } from '../people/email-local.ts'
import { namePools } from '../people/names.ts'

/** A part of a name: as shown, as sorted and searched, and as written in an address. */
interface NamePart {
  shown: string
  folded: string
  local: string
}

const parts = (names: string[]): NamePart[] => {
  const made = names.map((shown) => ({ shown, folded: fold(shown), local: emailLocal(shown) }))
  const byLocal = new Map(made.map((part) => [part.local, part]))
  return [...byLocal.values()].sort((a, b) => compareBytes(`${a.folded} `, `${b.folded} `))
}

const latin = (name: string) => !name.includes('=')

/** Given names of one word, in order. With one word, the family name never changes their order. */
const given = parts(namePools.flatMap((pool) => pool.given.filter((name) => latin(name) && !/\s/.test(name))))
const initials = [...'abcdefghijklmnoprstw']
const family = parts(namePools.flatMap((pool) => pool.family.filter(latin)))

/** The name at an index of all names in order. */
export function millionName(index: number) {
  const first = given[Math.floor(index / (family.length * initials.length))]
  const initial = initials[Math.floor(index / family.length) % initials.length]
  const last = family[index % family.length]
  if (!first || !initial || !last) throw new RangeError(`There is no name ${index}.`)
  return {
    name: `${first.shown} ${initial.toUpperCase()}. ${last.shown}`,
    sortKey: `${first.folded} ${initial}. ${last.folded}`,
    email: `${first.local}.${initial}.${last.local}@acme.example`,
  }
}
