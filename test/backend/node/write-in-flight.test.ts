import { sql } from 'kysely'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { anIntent } from '../suite/an-intent.ts'
import { openIdentity } from './open-identity.ts'

/** A write of Ada's that waits, with her session, behind the transaction of another request. */
async function heldWrite() {
  const opened = await openIdentity()
  const { cookie, session, store, database, one } = opened
  const outsider = new pg.Client(opened.url)
  await outsider.connect()
  onTestFinished(async () => {
    await outsider.end()
    await store.close()
  })
  const held = await cookie()
  await session(held, one)
  const { rows } = await sql<{ id: string }>`select id from sessions where company_id = ${one}`.execute(
    database.db,
  )
  const sessionId = rows[0]?.id ?? ''
  await outsider.query('begin')
  await outsider.query("update users set name = 'Held' where company_id = $1 and id = 'u2'", [one])
  const ended: string[] = []
  const writing = store
    .write(one, anIntent({ actor: { kind: 'user', id: 'u1' } }), {
      userIds: ['u2'],
      decide: ({ openSessions }) => {
        expect(openSessions.get('u1')).toHaveLength(1)
        return { changes: [{ kind: 'set_role', userId: 'u2', roleId: 'manager' }], audit: [], answer: null }
      },
    })
    .then(() => ended.push('write'))
  const waiting = (count: number) =>
    expect
      .poll(async () => {
        // Not by the outsider: a transaction sees one state of the activity.
        const { rows } = await sql`
          select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
        `.execute(database.db)
        return rows.length
      })
      .toBe(count)
  await waiting(1)
  return { ...opened, held, sessionId, outsider, ended, writing, waiting }
}

it.each([
  [
    'signing out',
    ({ send, held }: Awaited<ReturnType<typeof heldWrite>>) =>
      send('/v1/sign-in', { method: 'DELETE', headers: { Cookie: held, 'Sec-Fetch-Site': 'same-origin' } }),
  ],
  [
    'ending every sign-in',
    ({ identity }: Awaited<ReturnType<typeof heldWrite>>) => identity.endSignIns('ada'),
  ],
  [
    'ending the session',
    ({ store, one, sessionId }: Awaited<ReturnType<typeof heldWrite>>) =>
      store.endSession(one, sessionId, 'expired'),
  ],
])('%s answers after a write that is running, and nothing is committed afterwards', async (_name, end) => {
  const write = await heldWrite()
  const { ended, outsider, writing, waiting, store, database, one } = write
  const signingOut = Promise.resolve(end(write)).then(() => {
    ended.push('signed out')
    return store.user(one, 'u2')
  })
  // Without the company's lock it would be done by now, and nothing would wait.
  await waiting(2)
  expect(ended).toEqual([])
  await outsider.query('commit')
  // The two may end in either order here: what counts is what the database holds when the sign-out is answered.
  expect(await signingOut).toMatchObject({ roleId: 'manager', name: 'Held' })
  await writing
  expect(await store.user(one, 'u2')).toMatchObject({ roleId: 'manager', name: 'Held' })
  // The audit log has the two in the same order.
  const { rows } = await sql`
    select revision from audit where company_id = ${one} and action = 'end_session'`.execute(database.db)
  expect(rows).toEqual([{ revision: 1 }])
})

it('activity is recorded while a write of the same person is running', async () => {
  const { store, one, sessionId, outsider, writing, waiting } = await heldWrite()
  expect(await store.idle.report(one, sessionId, 0)).toBe(true)
  await waiting(1)
  await outsider.query('commit')
  await writing
})
