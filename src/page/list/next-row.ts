import { isUnreadable } from '../../base/row-source.ts'
import type { Of } from '../../contract/selection-requests.ts'
import type { ListQuery } from '../../state/lists/row-store.ts'
import type { AnyList } from './any-list.ts'

/**
 * Returns the row after the ones that are about to leave the list, or else the row before them, if they are loaded.
 */
export function nextRow({ source, positionOf }: AnyList, of: Of<ListQuery>): string | undefined {
  if (!('ids' in of)) return undefined
  const leaving = new Set(of.ids)
  const places = of.ids.map(positionOf).filter((place) => place !== null)
  if (places.length === 0) return undefined
  const first = Math.min(...places)
  const stays = (index: number) => {
    const row = source.at(index)
    return row && !isUnreadable(row) && !leaving.has(row.id) ? row.id : undefined
  }
  for (let index = first + 1; index < source.total && source.at(index); index += 1) {
    const id = stays(index)
    if (id !== undefined) return id
  }
  for (let index = first - 1; index >= 0 && source.at(index); index -= 1) {
    const id = stays(index)
    if (id !== undefined) return id
  }
  return undefined
}
