import type { ApiError } from '../../client/api-error.ts'
import type { RoleConflict, RoleList } from '../../contract/roles.ts'
import type { Session } from '../../contract/session.ts'
import type { EndedSessions, TeamsChange } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { ResourceName } from '../core/data-event.ts'
import type { StateCore } from '../core/state-core.ts'
import { applyChange } from '../known-users/apply-change.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import { carryOut, type PlacedOrder } from './carry-out.ts'
import type { RosterHooks } from './host-hooks.ts'
import { newIntent } from './new-intent.ts'
import { orderEndSessions } from './order-end-sessions.ts'
import { orderRole } from './order-role.ts'
import { orderTeams } from './order-teams.ts'
import type { Outcome } from './outcome.ts'
import { createOwnIntents } from './own-intents.ts'
import type { UserField, UserOrder } from './user-order.ts'
import {
  changesOf,
  createWriteLane,
  idleStates,
  isReplaced,
  statesOf,
  type WriteLane,
  type WriteStates,
} from './write-lane.ts'

/** The changes of users: shown at once, sent one after the other for each user, taken back exactly where they fail. */
export interface UserWrites {
  changeRole(id: string, roleId: string): Promise<Outcome<User>>
  changeTeams(id: string, teams: Readonly<TeamsChange>): Promise<Outcome<User>>
  endSessions(id: string): Promise<Outcome<EndedSessions>>
  /** Tries again what failed. */
  retry(id: string, field: UserField): Promise<void>
  /** Forgets what failed. */
  dismiss(id: string, field: UserField): void
  /** How the changes of a user stand; the same object until they change. */
  getStates(id: string): WriteStates
  /** What another made of a role meanwhile, and what was meant; the same object until it changes. */
  getConflict(id: string): RoleConflict | null
  /** Users who are being changed; the same object until it changes. */
  getPendingIds(): ReadonlySet<string>
  /** Users whose role two people gave at once; the same object until it changes. */
  getConflictIds(): ReadonlySet<string>
  subscribe(listener: () => void): () => void
  /** Hears when changes of users have been made, and none is under way. */
  onMade(listener: () => void): () => void
  /** Whether this client made a change, by its intent. */
  isOwn(intent: string): boolean
}

/** How long a field says that it was saved (ms). */
const savedFor = 3_000

/** What counts its users, or tells of their changes. */
const touched: Record<UserField, readonly ResourceName[]> = {
  role: ['roles', 'teams', 'activity'],
  teams: ['teams', 'activity'],
  sessions: ['activity'],
}

/** No fault of the server's, nor news of it. */
const quiet: ReadonlySet<string> = new Set(['cancelled', 'unsupported', 'aborted'])

const nobody: ReadonlySet<string> = new Set()

/** The queue of all changes of users; what is under way goes on whoever leaves the page's parts. */
export function createUserWrites(core: StateCore, known: KnownUsers, hooks: () => RosterHooks): UserWrites {
  const { clock, queries, key, reporter, reread } = core
  const lanes = new Map<string, WriteLane>()
  const states = new Map<string, WriteStates>()
  const conflicts = new Map<string, RoleConflict>()
  const intents = createOwnIntents()
  const listeners = new Set<() => void>()
  const makers = new Set<() => void>()
  let pendingIds = nobody
  let conflictIds = nobody
  let isMade = false

  const laneOf = (id: string) => {
    const lane = lanes.get(id) ?? createWriteLane()
    lanes.set(id, lane)
    return lane
  }

  function publish(id: string) {
    const lane = laneOf(id)
    const before = states.get(id)?.role.error
    const next = statesOf(lane)
    states.set(id, next)
    if (next.role.status !== 'conflict') conflicts.delete(id)
    else if (next.role.error !== before) meet(id, lane)
    const pending = [...lanes].flatMap(([user, { queue }]) => (queue.length > 0 ? user : []))
    pendingIds = keepSame(pendingIds, pending)
    conflictIds = keepSame(conflictIds, [...conflicts.keys()])
    for (const listener of listeners) listener()
    known.cover(id, changesOf(lane))
  }

  function meet(id: string, { failed }: WriteLane) {
    const change = failed.findLast(({ order }) => order.field === 'role')?.order.change
    const theirs = known.find(id)?.user
    if (change?.kind !== 'role' || !theirs) return
    const { roles = [] } = queries.getQueryData<RoleList>(key('roles')) ?? {}
    const { role } = applyChange(theirs, change, { roles, teams: [] })
    conflicts.set(id, { theirs: theirs.role, yours: role })
  }

  function place<Value extends User | EndedSessions>(
    make: () => UserOrder<Value>,
    repeated?: PlacedOrder<Value>,
  ): Promise<Outcome<Value>> {
    const placed = repeated ?? { order: make(), intent: newIntent(), isApproved: false }
    const { order, intent } = placed
    const { userId, field } = order
    const lane = laneOf(userId)
    lane.failed = lane.failed.filter((failed) => !isReplaced(failed.order, order))
    lane.saved.delete(field)
    intents.add(intent)
    return new Promise((resolve) => {
      const run = async () => {
        const start = clock.now()
        const outcome = await carryOut(core, known, hooks(), placed)
        lane.queue.shift()
        if (outcome.ok) settle(lane, placed, outcome.value)
        else fail(lane, placed, outcome.error, make, clock.now() - start)
        publish(userId)
        resolve(outcome)
      }
      lane.queue.push({ order, run })
      publish(userId)
      void drain(lane)
    })
  }

  async function drain(lane: WriteLane) {
    if (lane.isRunning) return
    lane.isRunning = true
    for (let next = lane.queue[0]; next; next = lane.queue[0]) await next.run()
    lane.isRunning = false
    if (pendingIds.size > 0 || !isMade) return
    isMade = false
    for (const listener of makers) listener()
  }

  function settle<Value extends User | EndedSessions>(
    lane: WriteLane,
    { order, intent }: PlacedOrder<Value>,
    value: Value,
  ) {
    const { userId, field } = order
    if ('id' in value) {
      known.learn(value)
      isMade = true
      for (const { order: later } of lane.queue) later.follow?.(field, value)
    }
    if (field === 'role') lane.perhaps.clear()
    lane.saved.set(field, intent)
    clock.after(savedFor, () => {
      if (lane.saved.get(field) !== intent) return
      lane.saved.delete(field)
      publish(userId)
    })
    const viewerId = queries.getQueryData<Session>(key('session'))?.viewer.id
    if (field === 'role' && (viewerId === undefined || viewerId === userId)) void reread()
    else for (const resource of touched[field]) void reread(resource)
  }

  function fail<Value extends User | EndedSessions>(
    lane: WriteLane,
    placed: PlacedOrder<Value>,
    error: ApiError,
    make: () => UserOrder<Value>,
    ms: number,
  ) {
    const { order, intent, isApproved } = placed
    const { code, status } = error
    const isLost = isApproved && (status === undefined || status >= 500)
    if (isLost) {
      intents.remove(intent)
      if (order.change?.kind === 'role') lane.perhaps.add(order.change.roleId)
    }
    const again = () => place(make, isLost ? placed : undefined)
    const isReplacedBy = ({ order: later }: { order: UserOrder }) => isReplaced(order, later)
    if (!lane.queue.some(isReplacedBy)) lane.failed.push({ order, error, again })
    if (quiet.has(code)) return
    if (code === 'version_mismatch') void reread('users')
    else {
      reporter.emit({ type: 'request.failed', context: { resource: 'users' }, error, ms })
      // A refusal says that what is shown is not what is; a lost answer leaves it open.
      if (isLost) void queries.invalidateQueries({ queryKey: key('user', order.userId) })
      else if (status !== 401 && status !== 429) void reread()
    }
  }

  return {
    changeRole(id, roleId) {
      const { perhaps } = laneOf(id)
      return place(() => orderRole(core, known, id, roleId, (given) => perhaps.has(given)))
    },
    changeTeams: (id, teams) => place(() => orderTeams(core, id, teams)),
    endSessions: (id) => place(() => orderEndSessions(core, id)),
    async retry(id, field) {
      const failed = laneOf(id).failed.filter(({ order }) => order.field === field)
      await Promise.all(failed.map(({ again }) => again()))
    },
    dismiss(id, field) {
      const lane = laneOf(id)
      lane.failed = lane.failed.filter(({ order }) => order.field !== field)
      publish(id)
    },
    getStates: (id) => states.get(id) ?? idleStates,
    getConflict: (id) => conflicts.get(id) ?? null,
    getPendingIds: () => pendingIds,
    getConflictIds: () => conflictIds,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onMade(listener) {
      makers.add(listener)
      return () => void makers.delete(listener)
    },
    isOwn: intents.has,
  }
}

/** The set as it was, unless its members have changed. */
const keepSame = (before: ReadonlySet<string>, now: readonly string[]) =>
  now.length === before.size && now.every((id) => before.has(id)) ? before : new Set(now)
