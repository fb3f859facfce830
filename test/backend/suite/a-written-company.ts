import type { Store } from '../../../backend/core/ports/store.ts'
import type { Decision, Facts, UserChange } from '../../../backend/core/ports/write.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { everyUser } from './every-user.ts'

/** A decision for some changes. */
export const applying =
  (...changes: UserChange[]) =>
  (): Decision<{ done: true }> => ({
    changes,
    audit: changes.map(({ kind, userId }) => ({
      action: kind,
      targetId: userId,
      before: {},
      after: { teamIds: [kind] },
    })),
    answer: { done: true },
  })

export const hour = 3_600_000

/** The rule of the last admin, as small as it gets. */
export const demote = (userId: string) => ({
  userIds: [userId],
  decide: ({ adminCount }: Facts): Decision<null> =>
    adminCount > 1
      ? { changes: [{ kind: 'set_role', userId, roleId: 'agent' }], audit: [], answer: null }
      : { refused: { code: 'last_admin', reason: 'last_admin' } },
})

/** Everything of a company that a write could touch. */
export const everything = async (store: Store, company: string) => ({
  page: await store.users(company, everyUser),
  changes: await store.changes(company, 0),
  audit: (await store.audit(company, 'u2', 100)).entries,
  counts: await store.counts(company),
})

/** A company with two admins and one more user. */
export const found = async ({ store }: OpenStore) => {
  const newCompany = aCompany([
    { id: 'u1', roleId: 'admin' },
    { id: 'u2', roleId: 'admin', teamIds: ['night'] },
    { id: 'u3' },
  ])
  await store.createCompany(newCompany)
  return { store, company: newCompany.company.id, newCompany }
}

export const usersRevision = async (store: Store, company: string) =>
  (await everything(store, company)).page.revision
