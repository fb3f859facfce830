import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Database, Run } from '../../../backend/node/database/database.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { storeSuite } from '../store-suite.ts'
import { openSqlStore } from './open-sql-store.ts'
import { createPostgres } from './test-postgres.ts'

/** The statements that the suite prepared, with how many parameters each has. */
const prepared = new Map<string, number>()

function noting({ run, connection, ...database }: Database): Database {
  const noted =
    (send: Run): Run =>
    (statement) => {
      const { sql: text, parameters } = statement.compile(database.db)
      if (parameters.length > 0) prepared.set(text, parameters.length)
      return send(statement)
    }
  return { ...database, run: noted(run), connection: (use) => connection((send) => use(noted(send))) }
}

storeSuite('PostgreSQL', async () =>
  openSqlStore(noting(openPostgres(await createPostgres(), { connectionTimeout: 5_000 }))),
)

describe('prepared statements', () => {
  it('read no table from its beginning to its end, even if it is empty when they are planned', async () => {
    const database = openPostgres(await createPostgres(), { connections: 1 })
    onTestFinished(() => database.close())
    const plans = await database.connection(async (run) => {
      const found: string[] = []
      for (const [index, [text, count]] of [...prepared].entries()) {
        await run(sql.raw(`prepare s${index} as ${text}`))
        const values = Array.from({ length: count }, () => 'null').join()
        const lines = await run(sql.raw<{ 'QUERY PLAN': string }>(`explain execute s${index}(${values})`))
        const plan = lines.map((line) => line['QUERY PLAN']).join('\n')
        if (/Seq Scan|Hash \w* ?Join|Merge \w* ?Join/.test(plan)) found.push(`${text}\n${plan}`)
      }
      return found
    })
    expect(prepared.size).toBeGreaterThan(50)
    expect(plans).toEqual([])
  })
})
