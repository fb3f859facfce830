import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSignInRecords } from '../../../backend/node/identity/sign-in-records.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { sweep } from '../../../backend/node/sweeping/sweep.ts'
import { aCompany } from '../suite/a-company.ts'
import { everyUser } from '../suite/every-user.ts'
import { freezeSelection } from '../suite/freeze-selection.ts'
import { moveClock } from './move-clock.ts'
import { createPostgres } from './test-postgres.ts'

const hour = 3_600_000
const day = 24 * hour

async function opened() {
  const database = openPostgres(await createPostgres(), { limits: { lock: 500 } })
  const store = createSqlStore(database)
  onTestFinished(() => store.close())
  const records = createSignInRecords(database, 12 * 60 * 60)
  const [ada, bob] = ['ada', 'bob'].map((id) => ({
    id,
    accountId: id,
    email: `${id}@one.example`,
    roleId: 'admin',
  }))
  if (!ada || !bob) throw new Error('nobody')
  const company = aCompany([ada, bob])
  await store.createCompany(company)
  const count = async (table: string) => {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(
      database.db,
    )
    return rows[0]?.count ?? 0
  }
  return {
    database,
    store,
    records,
    count,
    advance: moveClock(database),
    company: company.company.id,
    async signIn(accountId: string, lifetime = 12 * hour) {
      const lasting = createSignInRecords(database, lifetime / 1_000)
      const found = await lasting.find(await lasting.open(accountId))
      if (!found) throw new Error('no sign-in')
      return found.signIn
    },
    write: () =>
      store.write(
        company.company.id,
        { id: randomUUID(), fingerprint: 'f', actor: { kind: 'user', id: 'ada' }, requestId: 'r' },
        {
          userIds: ['bob'],
          decide: () => ({
            changes: [{ kind: 'end_sessions', userId: 'bob', reason: 'revoked' }],
            audit: [],
            answer: null,
          }),
        },
      ),
  }
}

describe('sweeping', () => {
  let current: Awaited<ReturnType<typeof opened>>
  beforeEach(async () => {
    current = await opened()
  })

  it('keeps an ended session while its sign-in lives, so that its cookie opens no first session again', async () => {
    const { database, store, signIn, advance, company } = current
    const living = await signIn('ada', 90 * day)
    const session = (await store.admit(company, living))?.session
    await store.endSession(company, session?.id ?? '', 'idle')
    await advance(60 * day)
    expect(await sweep(database)).toEqual({})
    const again = await store.admit(company, living)
    expect(again?.session).toMatchObject({ id: session?.id, endReason: 'idle' })
  })

  it('deletes a sign-in with its sessions a month after its end or its limit, and no other', async () => {
    const { database, store, records, signIn, advance, company, count } = current
    const [ended, expired] = [await signIn('ada'), await signIn('bob')]
    for (const one of [ended, expired]) await store.admit(company, one)
    await records.end(ended)
    await advance(30 * day - hour)
    const living = await signIn('ada')
    await store.admit(company, living)
    expect(await sweep(database)).toEqual({})
    await advance(2 * hour)
    expect(await sweep(database)).toEqual({ sessions: 1, sign_ins: 1 })
    await advance(12 * hour)
    expect(await sweep(database)).toEqual({ sessions: 1, sign_ins: 1 })
    expect([await count('sessions'), await count('sign_ins')]).toEqual([1, 1])
  })

  it('leaves it to each sign-in to end the oldest of a hundred of its account, and to delete those that were over first', async () => {
    const { database, store, records, signIn, advance, company } = current
    const first = await signIn('ada')
    const { session } = (await store.admit(company, first)) ?? {}
    const idsOf = async (where: RawBuilder<unknown>) =>
      (
        await sql<{ id: string }>`select id from sign_ins i where account_id = 'ada' and ${where}`.execute(
          database.db,
        )
      ).rows
    for (let index = 0; index < 100; index++) {
      await advance(1_000)
      await records.open('ada')
    }
    expect(await idsOf(sql`ended_at is not null`)).toEqual([{ id: first.id }])
    expect(
      (await store.sessions(company, [session?.id ?? ''])).get(session?.id ?? '')?.session,
    ).toMatchObject({
      endReason: 'signed_out',
    })
    expect((await store.admit(company, await signIn('bob')))?.session.endedAt).toBeNull()

    await advance(13 * hour)
    await records.open('ada')
    expect(await idsOf(sql`true`)).toHaveLength(101)
    expect(await idsOf(sql`id = ${first.id}`)).toEqual([])
  })

  it('leaves only the latest sessions of a sign-in that signs in again and again', async () => {
    const { store, signIn, company, count } = current
    const living = await signIn('ada')
    for (let index = 0; index < 30; index++) {
      const { session } = (await store.admit(company, living)) ?? {}
      await store.endSession(company, session?.id ?? '', 'signed_out')
      await store.reopen(company, living)
    }
    expect(await count('sessions')).toBe(20)
    expect((await store.admit(company, living))?.session.endedAt).toBeNull()
  })

  it('keeps a sign-in that opened no session for a month after its limit', async () => {
    const { database, signIn, advance, count } = current
    await signIn('ada')
    await advance(30 * day + 11 * hour)
    expect(await sweep(database)).toEqual({})
    await advance(2 * hour)
    expect(await sweep(database)).toEqual({ sign_ins: 1 })
    expect(await count('sign_ins')).toBe(0)
  })

  it('goes on with the other tables if one is locked', async () => {
    const { database, signIn, advance, count } = current
    await signIn('ada')
    await advance(31 * day)
    await database.patient.transaction().execute(async (transaction) => {
      await sql`lock table sign_in_attempts in access exclusive mode`.execute(transaction)
      await expect(sweep(database)).rejects.toThrow('1 tables failed.')
      expect(await count('sign_ins')).toBe(0)
    })
  })

  it('deletes the sessions of deleted users too', async () => {
    const { database, store, signIn, advance, company, count } = current
    await store.admit(company, await signIn('bob'))
    await sql`update users set deleted_at = roster_now(), role_id = null where id = 'bob'`.execute(
      database.db,
    )
    await advance(31 * day)
    await sweep(database)
    expect(await count('sessions')).toBe(0)
  })

  it('leaves changes and intents to the writes of their company, each of which deletes a hundred', async () => {
    const { database, company, advance, write, count } = current
    await sql`
      insert into changes (company_id, revision, resource, ids, intent, at)
      select ${company}, -n, 'users', '{}', n::text, roster_now() from generate_series(1, 250) n`.execute(
      database.db,
    )
    await sql`
      insert into intents (company_id, id, fingerprint, revision, at)
      select ${company}, n::text, 'f', 0, roster_now() from generate_series(1, 250) n`.execute(database.db)
    const counts = async () => [await count('changes'), await count('intents')]
    await advance(day - hour)
    await write()
    expect(await counts()).toEqual([251, 251])
    await advance(2 * hour)
    for (const left of [152, 53, 4, 5]) {
      await write()
      expect(await counts()).toEqual([left, left])
    }
  })

  it('deletes selections and exports a day after they were made, and no younger ones', async () => {
    const { database, store, company, advance, count } = current
    const make = async (id: string) => {
      await freezeSelection(store, company, { id, madeBy: 'ada', of: { listing: everyUser, except: [] } })
      await store.exports.begin(company, id, everyUser, {
        actor: { kind: 'user', id: 'ada' },
        requestId: 'r',
      })
    }
    await make('old')
    await advance(2 * hour)
    await make('young')
    await sql`update selections set begun_at = made_at`.execute(database.db)
    await make('not begun')
    await advance(day - hour + 60_000)
    const outdated = { selection_rows: 4, selections: 1, export_pages: 1, exports: 1 }
    expect(await sweep(database)).toEqual(outdated)
    const counts = await Promise.all(Object.keys(outdated).map(count))
    expect(counts).toEqual([2, 2, 2, 2])
    expect(await store.selections.find(company, 'old')).toBeNull()
    // A request about it is refused because it has expired, and not as unknown.
    expect(await store.selections.find(company, 'not begun')).toMatchObject({ begunAt: null })
    expect(await store.exports.page(company, 'young', 0)).toHaveLength(2)
  })

  it('keeps a selection for as long as an undo of it may go on', async () => {
    const { database, company, advance, count } = current
    const insert = (id: string, undoOf: string | null) =>
      sql`
        insert into selections (company_id, id, fingerprint, resource, action, made_by, made_at, begun_at, total, allowed,
          skipped, undo_of)
        values (${company}, ${id}, '', 'users', '{"kind":"undo"}', 'ada', roster_now(), roster_now(), 1, 1, '[]', ${undoOf})
      `.execute(database.db)
    await insert('run', null)
    await sql`insert into selection_rows (company_id, selection_id, place, user_id) values (${company}, 'run', 0, 'bob')
    `.execute(database.db)
    await advance(day)
    await insert('undo', 'run')
    await advance(2 * hour)
    expect(await sweep(database)).toEqual({})
    await sql`update selections set ended_at = roster_now() where id = 'undo'`.execute(database.db)
    expect(await sweep(database)).toEqual({ selection_rows: 1, selections: 1 })
    expect(await count('selections')).toBe(1)
  })

  it('works in batches, up to a bound, and rests after each', async () => {
    const { database, count } = current
    await sql`
      insert into sign_in_attempts (key, started_at, count)
      select n::text, roster_now() - interval '1 hour', 1 from generate_series(1, 95) n`.execute(database.db)
    let rests = 0
    const rest = async () => void rests++
    expect(await sweep(database, { batch: 10, batches: 4, rest })).toEqual({ sign_in_attempts: 40 })
    expect([rests, await count('sign_in_attempts')]).toEqual([4, 55])
    await sweep(database, { batch: 10, batches: 4, rest })
    expect(await sweep(database, { batch: 10, batches: 4, rest })).toEqual({ sign_in_attempts: 15 })
  })

  it('waits for no row that another holds, and lets several instances sweep at once', async () => {
    const { database, count } = current
    await sql`
      insert into sign_in_attempts (key, started_at, count)
      select n::text, roster_now() - interval '1 hour', 1 from generate_series(1, 200) n`.execute(database.db)
    await database.db.transaction().execute(async (holder) => {
      await sql`select from sign_in_attempts where key = '7' for update`.execute(holder)
      await Promise.all([1, 2, 3].map(() => sweep(database, { batch: 10 })))
      expect(await count('sign_in_attempts')).toBe(1)
    })
    expect(await sweep(database)).toEqual({ sign_in_attempts: 1 })
  })

  it('finds what is outdated by an index', async () => {
    const { database } = current
    const plan = async (query: string) => {
      const { rows } = await sql.raw<Record<string, string>>(`explain ${query}`).execute(database.db)
      return rows.map((row) => Object.values(row).join('')).join('\n')
    }
    for (const [table, age] of [
      ['sign_in_attempts', 'started_at'],
      ['sign_ins', 'least(ended_at, expires_at)'],
    ]) {
      const query = `select ctid from ${table} where ${age} < now() order by ${age} limit 10`
      expect(await plan(query)).toMatch(/Index/)
    }
  })
})
