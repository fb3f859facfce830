import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBackend } from '../../../backend/core/create-backend.ts'
import type { Identity } from '../../../backend/core/ports/identity.ts'
import type { Database, Run } from '../../../backend/node/database/database.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { aCompany } from '../suite/a-company.ts'
import { openMigratedPglite } from './open-migrated-pglite.ts'

/** A database that writes the text of each statement down. */
function watched(database: Database) {
  const statements: string[] = []
  const watch =
    (run: Run): Run =>
    (statement) => {
      statements.push(statement.compile(database.db).sql)
      return run(statement)
    }
  const db = database.db.withPlugin({
    transformQuery({ node }) {
      statements.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return {
    statements,
    database: {
      ...database,
      db,
      run: watch(database.run),
      planned: watch(database.planned),
      connection: <Result>(use: (run: Run) => Promise<Result>) =>
        database.connection((run) => use(watch(run))),
    },
  }
}

/** A backend with two companies, and what it asks the database for a request of the boss of one. */
async function aWatchedBackend() {
  const opened = await openMigratedPglite()
  const { statements, database } = watched(opened)
  const store = createSqlStore(database)
  afterAll(() => store.close())
  const boss = { id: 'boss', accountId: 'boss', email: 'boss@acme.example', roleId: 'admin' }
  const own = aCompany([boss, { id: 'agent' }])
  const foreign = aCompany([{ id: 'theirs' }, { id: 'head', roleId: 'admin' }])
  await store.createCompany(own)
  await store.createCompany(foreign)
  const now = await store.now()
  const identity: Identity = {
    authenticate: async () => ({
      account: { id: 'boss', name: 'boss', email: boss.email },
      signIn: {
        id: 's-boss',
        accountId: 'boss',
        authenticatedAt: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
      },
    }),
    async endSignIns() {},
  }
  const { fetch } = createBackend({ store, identity })
  let intents = 0
  return async (method: string, path: string, body?: object) => {
    statements.length = 0
    const response = await fetch(
      new Request(`http://roster.test${path}`, {
        method,
        headers: {
          'Roster-Company': own.company.id,
          'Content-Type': 'application/json',
          Origin: 'http://roster.test',
          ...(method !== 'GET' && { 'Idempotency-Key': `intent-${intents++}` }),
          'If-Match': '"1"',
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    )
    const { requestId: _, ...problem } = await response.json()
    return { problem, statements: [...statements] }
  }
}

describe("another company's id", () => {
  let asked: ReturnType<typeof aWatchedBackend>
  beforeAll(() => {
    asked = aWatchedBackend()
  })

  it.each([
    ['GET', '/v1/users/{id}', undefined],
    ['GET', '/v1/users/{id}/activity', undefined],
    ['PUT', '/v1/users/{id}/role', { roleId: 'manager' }],
    ['PATCH', '/v1/users/{id}/teams', { add: ['night'], remove: [] }],
    ['POST', '/v1/users/{id}/end-sessions', undefined],
    ['DELETE', '/v1/users/{id}', undefined],
    ['GET', '/v1/selections/{id}', undefined],
    ['GET', '/v1/exports/{id}', undefined],
  ] as const)('costs the statements of an unknown one: %s %s', async (method, path, body) => {
    const ask = await asked
    const about = (id: string) => ask(method, path.replace('{id}', id), body)
    // The first request opens the session and fills what is kept in the process.
    await ask('GET', '/v1/session')
    await about('nobody')
    const unknown = await about('stranger')
    const foreign = await about('theirs')
    expect(unknown.statements.length).toBeGreaterThan(0)
    expect(foreign.statements).toEqual(unknown.statements)
    expect(foreign.problem).toEqual(
      JSON.parse(JSON.stringify(unknown.problem).replaceAll('stranger', 'theirs')),
    )
    expect(foreign.problem.status).toBe(404)
  })
})
