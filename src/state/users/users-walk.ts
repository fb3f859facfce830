import { isUnreadable, type RowSource } from '../../base/row-source.ts'
import type { User } from '../../contract/users.ts'
import type { UsersQuery } from '../../contract/users-query.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { windowSize } from '../windows/row-range.ts'
import type { WindowedList } from '../windows/windowed-list.ts'
import type { UsersView } from './users-view.ts'

/** Goes from one user of a list to the next. */
export interface UsersWalk {
  /** Where users stand in a source of the list as far as it is loaded, or stood when last asked. */
  positionsIn(source: RowSource<User>): (id: string) => number | null
  /** The user before or after one, in the list's order; null at its ends, or where it cannot be read. */
  step(id: string, by: 1 | -1): Promise<User | null>
}

/** A walk over a list; who has left it is remembered by the place where they stood. */
export function createUsersWalk(
  { api, known, ask }: RosterState,
  view: UsersView,
  list: WindowedList<User>,
): UsersWalk {
  let last: { id: string; position: number; query: UsersQuery } | undefined
  const getQuery = () => view.getState().query

  function standing(id: string, { total, at } = list.getSnapshot().source): number | undefined {
    for (let index = 0; index < total; ) {
      const row = at(index)
      if (row?.id === id) return index
      // Of a window that is not there, no row is.
      index = row ? index + 1 : (Math.floor(index / windowSize) + 1) * windowSize
    }
    return undefined
  }

  /** Where they stood in the list of this query; in another one they have no place. */
  const stood = (id: string) => (last?.id === id && last.query === getQuery() ? last.position : undefined)

  function remember(id: string, position: number) {
    if (!list.getSnapshot().isPlaceholder) last = { id, position, query: getQuery() }
  }

  async function read(range: { offset: number; limit: number; around?: string }) {
    const asked = ask()
    const { rows, offset } = await api.users.list({ ...getQuery(), ...range })
    for (const row of rows) if (!isUnreadable(row)) known.learn(row, asked)
    return { rows, offset }
  }

  /** Where the list has them now; who is not in it any more left their place to the one after. */
  async function locate(id: string): Promise<number | undefined> {
    const here = standing(id)
    if (here !== undefined) return here
    const before = stood(id)
    const window = await read({ around: id, offset: before ?? 0, limit: 3 })
    const at = window.rows.findIndex((row) => row.id === id)
    if (at >= 0) return window.offset + at
    return before === undefined ? undefined : before - 0.5
  }

  const rowAt = async (index: number) =>
    list.getSnapshot().source.at(index) ?? (await read({ offset: index, limit: 1 })).rows[0]

  return {
    positionsIn: (source) => (id) => {
      const position = standing(id, source) ?? stood(id)
      if (position !== undefined) remember(id, position)
      return position ?? null
    },
    async step(id, by) {
      try {
        const from = await locate(id)
        if (from === undefined) return null
        let to = by > 0 ? Math.floor(from + 1) : Math.ceil(from - 1)
        for (; to >= 0 && to < list.getSnapshot().source.total; to += by) {
          const row = await rowAt(to)
          if (!row) return null
          if (isUnreadable(row)) continue
          remember(row.id, to)
          return row
        }
        return null
      } catch {
        return null
      }
    },
  }
}
