import type { User } from '../contract/users.ts'
import { isUnreadable, type RowSource } from '../contract/windows.ts'
import type { RosterState } from './roster-state.ts'
import type { UsersView } from './users-view.ts'
import type { WindowedList } from './windowed-list.ts'

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
  let last: { id: string; position: number } | undefined

  function standing(id: string, source = list.getSnapshot().source): number | undefined {
    for (let index = 0; index < source.total; index++) if (source.at(index)?.id === id) return index
    return undefined
  }

  async function read(range: { offset: number; limit: number; around?: string }) {
    const asked = ask()
    const { rows, offset } = await api.users.list({ ...view.getState().query, ...range })
    for (const row of rows) if (!isUnreadable(row)) known.learn(row, asked)
    return { rows, offset }
  }

  /** Where the list has them now; who is not in it any more left their place to the one after. */
  async function locate(id: string): Promise<number | undefined> {
    const here = standing(id)
    if (here !== undefined) return here
    const offset = last?.id === id ? last.position : 0
    const window = await read({ around: id, offset, limit: 3 })
    const at = window.rows.findIndex((row) => row.id === id)
    if (at >= 0) return window.offset + at
    return last?.id === id ? last.position - 0.5 : undefined
  }

  async function userAt(index: number): Promise<User | null> {
    const row = list.getSnapshot().source.at(index) ?? (await read({ offset: index, limit: 1 })).rows[0]
    return row && !isUnreadable(row) ? row : null
  }

  return {
    positionsIn: (source) => (id) => {
      const position = standing(id, source) ?? (last?.id === id ? last.position : null)
      if (position !== null) last = { id, position }
      return position
    },
    async step(id, by) {
      try {
        const from = await locate(id)
        if (from === undefined) return null
        const to = by > 0 ? Math.floor(from + 1) : Math.ceil(from - 1)
        if (to < 0 || to >= list.getSnapshot().source.total) return null
        const user = await userAt(to)
        if (user) last = { id: user.id, position: to }
        return user
      } catch {
        return null
      }
    },
  }
}
