import type { User } from '@aicx/roster/contract'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../backend/node/database/migrate.ts'
import { openPglite } from '../../backend/node/database/open-pglite.ts'
import { createSqlStore } from '../../backend/node/store/create-sql-store.ts'
import { createTables, type DemoSchema } from '../../demo/server/conversations/tables.ts'
import { demoPresence } from '../../demo/server/presence/presence.ts'
import { answerDemo } from '../../demo/server/routes.ts'
import { aHost } from '../backend/suite/a-host.ts'

async function aDemoServer() {
  const database = await openPglite()
  onTestFinished(() => database.close())
  await migrate(database)
  const db = database.db.withTables<DemoSchema>()
  await createTables(db)
  const opened = { store: createSqlStore(database), advance: async () => {}, close: async () => {} }
  const people = [{ id: 'boss', roleId: 'admin' }, { id: 'ann' }, { id: 'ben' }]
  const presence = demoPresence(db)
  const host = await aHost(opened, people, { presence: () => presence })

  /** Sends the presence that a page of Ann announces. */
  async function announce(
    body: unknown,
    headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' },
  ) {
    const backend = ({ headers }: Request) =>
      host.send('GET', '/session', { as: headers.get('authorization')?.replace('Bearer ', '') })
    const init = { method: 'PUT', headers: { Authorization: 'Bearer ann', ...headers } }
    const request = new Request('http://roster.test/demo/presence', { ...init, body: JSON.stringify(body) })
    return (await answerDemo(backend, db, request)).status
  }
  const seen = async () => {
    const { body } = await host.ask<{ rows: User[] }>('GET', '/users')
    return Object.fromEntries(body.rows.map((user) => [user.id, user.presence]))
  }
  return { announce, seen, end: () => host.ask('POST', '/session/end', { as: 'ann', body: signedOut }) }
}

const otherOrigins: Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { Origin: 'https://evil.example' },
]
const signedOut = { reason: 'signed_out' }

it('shows who is online or away, and nobody online whose sessions have all ended', async () => {
  const { announce, seen, end } = await aDemoServer()
  expect(await announce({ presence: 'away' })).toBe(204)
  expect(await seen()).toEqual({ boss: 'offline', ann: 'away', ben: 'offline' })
  expect(await announce({ presence: 'online' })).toBe(204)
  expect(await seen()).toMatchObject({ ann: 'online' })
  await end()
  expect(await seen()).toMatchObject({ ann: 'offline' })
  expect(await announce({ presence: 'away' })).toBe(401)
})

it('keeps who was set away, and refuses everything else', async () => {
  const { announce, seen, end } = await aDemoServer()
  for (const body of [{ presence: 'here' }, null, 'away', { presence: 'away', note: 'x'.repeat(1_024) }])
    expect(await announce(body)).toBe(422)
  for (const headers of otherOrigins) expect(await announce({ presence: 'online' }, headers)).toBe(403)
  expect(await seen()).toMatchObject({ ann: 'offline' })
  await announce({ presence: 'away' })
  await end()
  expect(await seen()).toMatchObject({ ann: 'away' })
})
