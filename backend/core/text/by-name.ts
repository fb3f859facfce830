import { fold } from '../../../src/base/fold.ts'
import { compareBytes } from './compare-bytes.ts'

/** Sorts by name, without regard to case or marks. Ties are sorted by id. */
export function byName<Thing extends { id: string; name: string }>(things: readonly Thing[]): Thing[] {
  const keyed = things.map((thing) => ({ thing, key: fold(thing.name) }))
  keyed.sort((a, b) => compareBytes(a.key, b.key) || compareBytes(a.thing.id, b.thing.id))
  return keyed.map(({ thing }) => thing)
}
