import type { Store } from '../../../backend/core/ports/store.ts'
import type { Route } from '../../../src/contract/route.ts'
import { type OperationId, routes } from '../../../src/contract/routes.ts'
import { everyUser } from '../suite/every-user.ts'
import { freezeSelection } from '../suite/freeze-selection.ts'

/** Every operation of the contract, so that a new one is tested without being added here. */
export const operations = Object.entries<Route>(routes) as [OperationId, Route][]

/** Whether requests of a route name a company. */
export const inCompany = ({ access }: Route) =>
  access !== 'public' && access !== 'anyone' && access !== 'account'

/** Whether a route is about one user. */
export const isAboutUser = ({ path }: Route) => path.startsWith('/users/{id}')

/** A route's address, with the id of a user, or of what {@link withTargets} made, in its place. */
export const addressOf = ({ path }: Route, id = 'agent') => `/v1${path.replaceAll(/\{\w+\}/g, id)}`

const bodies: Partial<Record<OperationId, object>> = {
  previewJoin: { token: 'unknown' },
  join: { token: 'unknown' },
  signIn: { email: 'boss@acme.example', password: 'open sesame' },
  changeUserRole: { roleId: 'manager' },
  changeUserTeams: { add: ['night'], remove: [] },
  createSelection: { resource: 'users', of: { ids: ['agent'] }, action: { kind: 'delete' } },
  runSelection: { from: 0 },
  reportActivity: { ageMs: 0 },
  endSession: { reason: 'signed_out' },
  holdSession: { reason: 'call', maxMs: 60_000 },
  saveIdleLogout: { enabled: true, timeoutMinutes: 15, allowHold: true },
  invite: { emails: ['ada@new.example'] },
  checkInvitations: { emails: ['ada@new.example'] },
  changeInvitation: { roleId: 'manager' },
  exportUsers: { query: {}, columns: [{ id: 'name', label: 'Name' }] },
}

/** A body that the operation takes, where it takes one. */
export const bodyOf = (operation: OperationId) => bodies[operation]

/** A method that the route's path does not take. */
export function otherMethod(route: Route) {
  const address = addressOf(route)
  const taken = operations
    .filter(([, { path }]) => new RegExp(`^/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address))
    .map(([, { method }]) => method)
  return (['PATCH', 'PUT'] as const).find((method) => !taken.includes(method)) ?? 'POST'
}

/** The intent of a request; a step of a selection has its own. */
export const intentOf = (operation: OperationId, id = 'agent') =>
  operation === 'runSelection' ? `${id}.0` : 'i-1'

/** The version that the operation's target has. */
export const versionOf = (operation: OperationId) => (operation === 'saveIdleLogout' ? '1' : '0')

/** Allows holds in a company. */
export async function allowHolds(store: Store, company: string) {
  const intent = { id: 'allow-holds', fingerprint: '', actor: { kind: 'user', id: 'boss' } } as const
  const idlePolicy = { enabled: false, timeoutMinutes: 15, allowHold: true, isTighter: false } as const
  await store.write(
    company,
    { ...intent, requestId: 'r' },
    {
      userIds: [],
      decide: () => ({ changes: [], audit: [], idlePolicy, answer: null }),
    },
  )
}

/** Makes a selection, an export and a hold that are named like the user of a route. */
export async function withTargets(store: Store, company: string, sessionId: string, id = 'agent') {
  await freezeSelection(store, company, { id, madeBy: 'boss', of: { ids: ['manager'] } })
  await store.exports.begin(company, id, everyUser, {
    actor: { kind: 'user', id: 'boss' },
    requestId: 'r',
  })
  const by = { actor: { kind: 'user', id: 'boss' }, requestId: 'r' } as const
  await store.idle.hold(company, sessionId, { id, reason: 'call', maxMs: 60_000, ...by })
}
