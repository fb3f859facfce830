import { isUnreadable } from '../../base/row-source.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import type { RoleList } from '../../contract/roles.ts'
import type { TeamList } from '../../contract/teams.ts'
import type { StateCore } from '../core/state-core.ts'
import type { Slot } from '../windows/window-answer.ts'
import type { WindowData } from '../windows/window-data.ts'
import type { RowChange } from './row-change.ts'
import type { RowNames } from './row-names.ts'

/** A row as the server returned it. */
export interface KnownRow<Row> {
  row: Row
  /** Number of the request that loaded the row. A higher number means a later state of the server. */
  asked: number
}

/** The latest version of each row of one kind, from any response, and the changes that are being saved. */
export interface KnownRows<Row> {
  /** The row as the server last returned it. */
  find(id: string): KnownRow<Row> | undefined
  /** The row as people see it, with the changes that are being saved. */
  shown(id: string): Row | undefined
  /** The latest version of a row. `asked` is the number of the request that loaded it. */
  update(row: Slot<Row>, asked: number): Slot<Row>
  /** Remembers a row from a response. Without a number, the row counts as loaded now. */
  learn(row: Row, asked?: number): KnownRow<Row>
  /** Sets the changes of a row that are being saved, in their order. */
  setChanges(id: string, changes: readonly RowChange<Row>[]): void
  subscribe(listener: () => void): () => void
}

/** How many rows are remembered in addition to those in loaded windows. */
const mostRemembered = 1_000

/** Creates an empty memory of rows. */
export function createKnownRows<Row extends { id: string }>(
  { queries, key, ask }: StateCore,
  names: RowNames,
): KnownRows<Row> {
  const remembered = new Map<string, KnownRow<Row>>()
  const changesById = new Map<string, readonly RowChange<Row>[]>()
  const changed = new WeakMap<Row, { changes: readonly RowChange<Row>[]; row: Row }>()
  const { subscribe, notify } = createSubscribable()

  function withChanges(row: Row): Row {
    const changes = changesById.get(row.id)
    if (!changes) return row
    const before = changed.get(row)
    if (before?.changes === changes) return before.row
    const { roles = [] } = queries.getQueryData<RoleList>(key('roles')) ?? {}
    const { teams = [] } = queries.getQueryData<TeamList>(key('teams')) ?? {}
    const result = changes.reduce((next, change) => change(next, { roles, teams }), row)
    changed.set(row, { changes, row: result })
    return result
  }

  function find(id: string): KnownRow<Row> | undefined {
    // An open row stays known when the windows that showed them are dropped.
    const own = queries.getQueryData<KnownRow<Row>>(key(names.one, id))
    let found = remembered.get(id)
    if (own && (!found || own.asked > found.asked)) found = own
    for (const [, data] of queries.getQueriesData<WindowData<Row>>({ queryKey: key(names.list) })) {
      if (!data || (found && found.asked >= data.asked)) continue
      const row = data.rows.find((row) => row.id === id)
      if (row && !isUnreadable(row)) found = { row, asked: data.asked }
    }
    return found
  }

  return {
    find,
    shown(id) {
      const found = find(id)
      return found && withChanges(found.row)
    },
    update(row, asked) {
      if (isUnreadable(row)) return row
      const latest = remembered.get(row.id)
      return withChanges(latest && latest.asked > asked ? latest.row : row)
    },
    learn(row, asked = ask()) {
      const before = remembered.get(row.id)
      if (before && before.asked > asked) return before
      const known = { row, asked }
      remembered.delete(row.id)
      remembered.set(row.id, known)
      const [oldest] = remembered.keys()
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
      notify()
      return known
    },
    setChanges(id, changes) {
      if (changes.length > 0) changesById.set(id, changes)
      else changesById.delete(id)
      notify()
    },
    subscribe,
  }
}
