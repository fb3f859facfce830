import type { Store } from '../../../../backend/core/ports/store.ts'
import type { UserChange } from '../../../../backend/core/ports/write.ts'
import type { Asked, aBackend } from '../a-backend.ts'

/** A backend with users, and requests to it. */
export type Backend = Awaited<ReturnType<typeof aBackend>>

/** Changes a role with the current version, or with another one. */
export async function give({ ask, change }: Backend, id: string, roleId: string, asked: Asked = {}) {
  const { version } = (await ask(`/v1/users/${id}`)).body
  return change(
    'PUT',
    `/v1/users/${id}/role`,
    { roleId },
    {
      ...asked,
      headers: { 'If-Match': `"${version}"`, ...asked.headers },
    },
  )
}

/** Adds a user to teams, and removes them from others. */
export const teams = (
  { change }: Backend,
  id: string,
  add: string[],
  remove: string[] = [],
  asked: Asked = {},
) => change('PATCH', `/v1/users/${id}/teams`, { add, remove }, asked)

/** Ends the sessions of a user. */
export const endSessions = ({ change }: Backend, id: string, asked: Asked = {}) =>
  change('POST', `/v1/users/${id}/end-sessions`, undefined, asked)

/** The header of an intent. */
export const key = (intent: string) => ({ 'Idempotency-Key': intent })

/** Everything that a write leaves. */
export const traces = async ({ store, company }: Backend, id: string) => ({
  user: await store.user(company, id),
  changes: await store.changes(company, 0),
  audit: (await store.audit(company, id, 100)).entries,
})

/** A store in whose lock something else happens first: what the request saw is old. */
export const before =
  (first: (store: Store) => Promise<unknown>) =>
  (store: Store): Store => ({
    ...store,
    async write(...asked) {
      await first(store)
      return store.write(...asked)
    },
  })

/** Changes users, as another request does it. */
export const otherwise =
  (company: string, ...changes: UserChange[]) =>
  (store: Store) =>
    store.write(
      company,
      { id: crypto.randomUUID(), fingerprint: '', actor: { kind: 'system', id: 'test' }, requestId: 'r' },
      { userIds: changes.map(({ userId }) => userId), decide: () => ({ changes, audit: [], answer: null }) },
    )
