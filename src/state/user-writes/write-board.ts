import { createSubscribable } from '../../base/subscribable.ts'
import type { RoleConflict } from '../../contract/roles.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import { roleConflictOf } from './role-conflict.ts'
import { idleStates, type SaveStates, statesOf } from './save-states.ts'
import { changesOf, type WriteLane } from './write-lane.ts'

/** What is visible of the writes. Each getter returns the same object until its content changes. */
export interface WriteBoard {
  getStates(id: string): SaveStates
  /** Present while a change of role failed because another person changed it too. */
  getConflict(id: string): RoleConflict | null
  /** Users with writes that wait or are under way. */
  getPendingIds(): ReadonlySet<string>
  /** Users with a conflict. */
  getConflictIds(): ReadonlySet<string>
  subscribe(listener: () => void): () => void
  /** Takes over a user's lane as it is now. */
  publish(id: string, lane: WriteLane): void
}

/** Creates a board for users without writes. */
export function createWriteBoard(core: StateCore, known: KnownUsers): WriteBoard {
  const states = new Map<string, SaveStates>()
  const conflicts = new Map<string, RoleConflict>()
  const { subscribe, notify } = createSubscribable()
  let pendingIds: ReadonlySet<string> = new Set()
  let conflictIds: ReadonlySet<string> = new Set()

  function updateConflict(id: string, lane: WriteLane, before: SaveStates | undefined, next: SaveStates) {
    if (next.role.status !== 'conflict') conflicts.delete(id)
    else if (next.role.error !== before?.role.error) {
      const conflict = roleConflictOf(core, known, id, lane)
      if (conflict) conflicts.set(id, conflict)
    }
    conflictIds = withMember(conflictIds, id, conflicts.has(id))
  }

  return {
    getStates: (id) => states.get(id) ?? idleStates,
    getConflict: (id) => conflicts.get(id) ?? null,
    getPendingIds: () => pendingIds,
    getConflictIds: () => conflictIds,
    subscribe,
    publish(id, lane) {
      const before = states.get(id)
      const next = statesOf(lane)
      states.set(id, next)
      updateConflict(id, lane, before, next)
      pendingIds = withMember(pendingIds, id, lane.queue.length > 0)
      notify()
      known.setChanges(id, changesOf(lane))
    },
  }
}

/** The set with or without a member; the same set if nothing changes. */
function withMember(set: ReadonlySet<string>, id: string, isMember: boolean): ReadonlySet<string> {
  if (set.has(id) === isMember) return set
  return isMember ? new Set([...set, id]) : new Set([...set].filter((other) => other !== id))
}
