import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Decision, Facts, Store } from '../../../backend/core/store.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { aCompany } from '../suite/a-company.ts'
import { createPostgres } from './test-postgres.ts'

const rounds = 20

const leave = (userId: string) => ({
  userIds: [userId],
  decide: ({ adminCount }: Facts): Decision<null> =>
    adminCount > 1
      ? { changes: [{ kind: 'set_role', userId, roleId: 'agent' }], audit: [], answer: null }
      : { refused: { code: 'last_admin', reason: 'last_admin' } },
})

describe('two admins who demote themselves at once', () => {
  let stores: Store[]
  beforeAll(async () => {
    const url = await createPostgres()
    stores = [1, 2].map(() => createSqlStore(openPostgres(url, { connections: 2 })))
  })
  afterAll(() => Promise.all(stores.map((store) => store.close())))

  it(`leave one, on two instances, in each of ${rounds} companies`, async () => {
    for (let round = 0; round < rounds; round++) {
      const founding = aCompany([
        { id: 'u1', roleId: 'admin' },
        { id: 'u2', roleId: 'admin' },
      ])
      const companyId = founding.company.id
      await stores[0]?.found(founding)
      const written = await Promise.all(
        stores.map((store, index) => {
          const id = `u${index + 1}`
          const intent = {
            id: randomUUID(),
            fingerprint: id,
            actor: { kind: 'user' as const, id },
            requestId: id,
          }
          return store.write(companyId, intent, leave(id))
        }),
      )
      expect(written.filter(({ ok }) => ok)).toHaveLength(1)
      expect((await stores[0]?.counts(companyId))?.byRole.get('admin')).toBe(1)
    }
  })
})
