import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Run } from '../../../backend/node/database/database.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { anIntent } from '../suite/an-intent.ts'
import { aCompanyThatInvites } from '../suite/inviting.ts'
import { createPostgres } from './test-postgres.ts'

/** Two instances on one database. The first reports how many of its statements would count users. */
async function twoInstances() {
  const url = await createPostgres()
  const [first, second] = [openPostgres(url), openPostgres(url)]
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const watched = (run: Run): Run => {
    return (statement) => {
      asked.push(statement.compile(first.db))
      return run(statement)
    }
  }
  const store = createSqlStore({
    ...first,
    run: watched(first.run),
    connection: (use) => first.connection((run) => use(watched(run))),
  })
  const other = createSqlStore(second)
  onTestFinished(async () => {
    await Promise.all([store.close(), other.close()])
  })
  async function counting(act: () => Promise<unknown>) {
    asked.length = 0
    await act()
    let count = 0
    for (const { sql: text, parameters } of [...asked]) {
      if (!text.includes('countedAt')) continue
      const plan = await second.connection((run) =>
        run(sql<{ 'QUERY PLAN': string }>`explain analyze ${withValues(text, parameters)}`),
      )
      count += plan.filter((row) => isCount(row['QUERY PLAN'])).length
    }
    return count
  }
  return { store, other, counting }
}

const isCount = (line: string) => / on users u(?:_\d+)? .*loops=/.test(line)

/** A statement with its parameters, as SQL of another one. */
const withValues = (text: string, parameters: readonly unknown[]) => {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, index) => (index % 2 ? sql`${parameters[Number(part) - 1]}` : sql.raw(part))),
    sql``,
  )
}

describe('the seats of a company', () => {
  it('are known without counting all users again, until one joins or leaves', async () => {
    const { store, counting } = await twoInstances()
    const company = await aCompanyThatInvites({ store }, 9)
    const settings = () => store.invitations.settings(company.id)
    expect(await counting(settings)).toBe(1)
    expect(await counting(settings)).toBe(0)
    expect(await counting(() => company.invite(['a@new.example']))).toBe(0)
    expect((await settings()).seats).toEqual({ total: 9, used: 3, pending: 1 })
  })

  it('are right after another instance added or deleted users, and after own changes without a count', async () => {
    const { store, other, counting } = await twoInstances()
    const company = await aCompanyThatInvites({ store }, 5)
    const usedOf = async () => (await store.invitations.settings(company.id)).seats?.used
    const remove = (by: typeof store, userId: string) =>
      by.write(company.id, anIntent(), {
        userIds: [userId],
        invitations: { ids: [], keys: [] },
        decide: () => ({ changes: [{ kind: 'delete_user', userId }], audit: [], answer: null }),
      })
    expect(await usedOf()).toBe(3)
    await remove(other, 'u3')
    expect(await usedOf()).toBe(2)
    await remove(store, 'u2')
    expect(await counting(async () => expect(await usedOf()).toBe(1))).toBe(0)
  })
})
