import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Database, Run } from '../../../backend/node/database/database.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { currentOwner, type Owner } from '../../../backend/node/database/turn.ts'
import { openIdentity } from './open-identity.ts'

/** The owners of the statements of a database, in order. */
function watched(database: Database) {
  const owners: (Owner | undefined)[] = []
  const run: Run = (statement) => {
    owners.push(currentOwner())
    return database.run(statement)
  }
  return { owners, database: { ...database, run } }
}

describe('whose turn a request takes', () => {
  it("is the visitor's for a cookie that is not known yet, and the company's from then on", async () => {
    let seen: (Owner | undefined)[] = []
    const { cookie, session, one, two, store, signIn, accounts } = await openIdentity(
      undefined,
      undefined,
      (database) => {
        const { owners, database: watching } = watched(database)
        seen = owners
        return watching
      },
    )
    onTestFinished(() => store.close())
    const held = await cookie()
    const ofRequest = async (sent: string) => {
      seen.length = 0
      const { status } = await session(sent, one)
      return { status, owners: [...seen] }
    }
    const [company, visitor] = [{ company: one }, { visitor: '203.0.113.7' }]
    const first = await ofRequest(held)
    expect(first.status).toBe(200)
    expect(first.owners[0]).toEqual(visitor)
    const second = await ofRequest(held)
    expect(second).toMatchObject({ status: 200, owners: [company, { company: 'account ada' }] })
    const bob = { email: 'bob@one.example', password: 'right password' }
    await accounts.setPassword(bob.email, bob.password)
    const [ofBob = ''] = ((await signIn({ body: bob })).headers.get('set-cookie') ?? '').split(';')
    for (let again = 0; again < 2; again++) {
      seen.length = 0
      expect((await session(ofBob, two)).status).toBe(404)
      expect(seen[0]).toEqual(visitor)
    }
    for (let guess = 0; guess < 3; guess++) {
      const guessed = `roster-test=${'g'.repeat(42)}${guess}`
      expect(await ofRequest(guessed)).toEqual({ status: 401, owners: [visitor] })
    }
  })

  it('a read-only database isn’t written to when a minute has passed', async () => {
    let seen: unknown[] = []
    const { cookie, session, one, store, database, advance, url } = await openIdentity(
      undefined,
      undefined,
      (opened) => {
        const { owners, database: watching } = watched(opened)
        seen = owners
        return watching
      },
    )
    onTestFinished(() => store.close())
    const held = await cookie()
    const statements = async () => {
      seen.length = 0
      expect((await session(held, one)).status).toBe(200)
      return seen.length
    }
    await statements()
    const usual = await statements()
    await advance(120_000)
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
    await sql
      .raw(`alter database ${rows[0]?.name} set default_transaction_read_only = on`)
      .execute(database.db)
    const operator = openPostgres(url)
    onTestFinished(() => operator.close())
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(operator.db)
    await statements()
    expect(await statements()).toBe(usual)
  })
})
