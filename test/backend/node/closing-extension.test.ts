import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../backend/node/config.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { startServer } from '../../../backend/node/server.ts'
import { createPostgres } from './test-postgres.ts'

it.each<[string, () => Promise<void>]>([
  ['rejects', () => Promise.reject(new Error('broken'))],
  [
    'throws',
    () => {
      throw new Error('broken')
    },
  ],
  ['never ends', () => new Promise(() => {})],
])(
  'an extension whose close %s doesn’t keep the server from stopping, and its database is let go',
  async (_name, close) => {
    const url = await createPostgres()
    const config = readConfig({
      ROSTER_SECRET_KEY: 'k'.repeat(32),
      LOG_LEVEL: 'silent',
      PORT: '0',
      DATABASE_URL: url,
    })
    const extend = async () => ({ fetch: async () => new Response(), close })
    const started = await startServer({ config, extend })
    if (started.status === 'elsewhere') throw new Error('A server has no data folder.')
    await started.stop()
    const other = openPostgres(url, { connections: 1 })
    onTestFinished(() => other.close())
    const others = await sql`
    select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend'`.execute(other.db)
    expect(others.rows).toEqual([])
  },
)
