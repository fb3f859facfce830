import { choose } from './choose.ts'
import { namePools } from './names.ts'

/** Somebody, with what stands before the `@` of their email address. */
export interface Person {
  name: string
  local: string
}

/** Latin letters that are no base letter with a mark. */
const plain: Record<string, string> = { ø: 'o', æ: 'ae', đ: 'd', ł: 'l', ı: 'i', ß: 'ss' }

const toLocal = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæđłıß]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^a-z]/g, '')

/** People without end, each with another address: the same ones for the same source of chance. */
export function* people(random: () => number, taken: Iterable<string> = []): Generator<Person> {
  const locals = new Set(taken)
  for (;;) {
    const pool = choose(namePools, random)
    const [given = '', givenLatin = given] = choose(pool.given, random).split('=')
    const [family = '', familyLatin = family] = choose(pool.family, random).split('=')
    const local = `${toLocal(givenLatin)}.${toLocal(familyLatin)}`
    if (locals.has(local)) continue
    locals.add(local)
    yield { name: pool.familyFirst ? `${family} ${given}` : `${given} ${family}`, local }
  }
}
