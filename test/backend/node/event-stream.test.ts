import { describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../backend/node/config.ts'
import { startServer } from '../../../backend/node/server.ts'
import type { Parts } from '../../../backend/node/service.ts'
import { readStream } from '../core/read-stream.ts'
import { aCompany } from '../suite/a-company.ts'
import { createPostgres } from './test-postgres.ts'

const environment = { ROSTER_SECRET_KEY: 'k'.repeat(32), LOG_LEVEL: 'silent' }
const ada = { email: 'ada@one.example', password: 'right password' }

/** A backend on a database, and Ada at it. */
async function start(databaseUrl: string, extend?: (parts: Parts) => Promise<undefined>) {
  const started = await startServer({
    config: readConfig({ ...environment, DATABASE_URL: databaseUrl }),
    extend,
  })
  if (started.status === 'elsewhere') throw new Error('a server has no data folder')
  onTestFinished(() => started.stop())
  const at = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, started.address), {
      ...init,
      headers: { Origin: started.address, 'Content-Type': 'application/json', ...init.headers },
    })
  return { ...started, at }
}

describe('the stream of events over HTTP', () => {
  it('sends what changed at another instance before the next heartbeat, and ends when the server stops', async () => {
    const url = await createPostgres()
    const newCompany = aCompany([{ id: 'u1', roleId: 'admin', email: ada.email }, { id: 'u2' }])
    const one = await start(url, async ({ store, accounts }) => {
      await store.createCompany(newCompany)
      await accounts.setPassword(ada.email, ada.password)
      return undefined
    })
    const two = await start(url)
    const signedIn = await one.at('/v1/sign-in', { method: 'POST', body: JSON.stringify(ada) })
    const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';')
    const headers = { Cookie: cookie, 'Roster-Company': newCompany.company.id }

    const response = await two.at('/v1/events', { headers: { ...headers, Accept: 'text/event-stream' } })
    const stream = readStream(response)
    await expect.poll(() => stream.text()).not.toBe('')
    const written = await one.at('/v1/users/u2/teams', {
      method: 'PATCH',
      headers: { ...headers, 'Idempotency-Key': 'mine' },
      body: JSON.stringify({ add: ['night'], remove: [] }),
    })
    expect(written.status).toBe(200)
    await expect
      .poll(() => stream.events, { timeout: 8_000 })
      .toMatchObject([{ resource: 'users', ids: ['u2'], intent: 'mine' }])

    const begun = performance.now()
    await two.stop()
    expect(stream.isOpen()).toBe(false)
    expect(performance.now() - begun).toBeLessThan(9_000)
  })
})
