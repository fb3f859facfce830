import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../../backend/node/database/migrate.ts'
import { openPglite } from '../../../backend/node/database/open-pglite.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createPostgres } from './test-postgres.ts'

describe('migrate', () => {
  it('is run at once by three instances, and again', async () => {
    const url = await createPostgres('empty')
    const instances = [1, 2, 3].map(() => openPostgres(url, { connections: 2 }))
    await Promise.all(instances.map(migrate))
    await Promise.all(instances.map(migrate))
    const applied = await sql`select name from migrations`.execute(instances[0]?.db ?? unreachable())
    const names = [
      '001-companies',
      '002-sign-ins',
      '003-email-keys',
      '004-members-revision',
      '005-fold-again',
      '007-selections',
      '008-deployment',
      '009-erased-users',
      '010-sweeping',
      '011-invitations',
      '014-idle-logout',
      '015-mail-by-recipient',
    ]
    expect(applied.rows).toEqual(names.map((name) => ({ name })))
    await Promise.all(instances.map(({ close }) => close()))
  })

  it('builds indexes of large tables while they are written, and replaces what an interrupted build left', async () => {
    const url = await createPostgres()
    const [database, writer] = [openPostgres(url), new pg.Client(url)]
    await writer.connect()
    onTestFinished(async () => {
      await writer.end()
      await database.close()
    })
    await writer.query('drop index sessions_by_sign_in')
    await writer.query(
      "update pg_index set indisvalid = false where indexrelid = 'invitation_mail_by_recipient'::regclass",
    )
    await writer.query('begin')
    await writer.query('update sessions set seen_at = seen_at')
    const building = migrate(database)
    const waiting =
      "select from pg_stat_activity where query like 'create index concurrently%' and wait_event_type = 'Lock'"
    await expect.poll(async () => (await sql.raw(waiting).execute(database.db)).rows.length).toBe(1)
    // Another instance writes to the table that waits for its index, and a third one starts.
    await sql`update sessions set seen_at = seen_at where false`.execute(database.db)
    await migrate(database)
    await writer.query('commit')
    await building
    const { rows } = await writer.query<{ name: string }>(
      'select indexrelid::regclass::text as name from pg_index where not indisvalid',
    )
    expect(rows).toEqual([])
    expect((await writer.query("select to_regclass('sessions_by_sign_in') as found")).rows).toEqual([
      { found: 'sessions_by_sign_in' },
    ])
  })

  it('runs twice on the one connection of PGlite', async () => {
    const database = await openPglite({ connectionTimeout: 1_500 })
    await migrate(database)
    await migrate(database)
    expect((await sql`select from users`.execute(database.db)).rows).toEqual([])
    await database.close()
  })

  it('goes on without trigrams for a role that may not add extensions', async () => {
    const url = new URL(await createPostgres('empty'))
    const owner = new pg.Client(url.href)
    await owner.connect()
    await owner.query('create role plain login; grant create on schema public to plain')
    const database = openPostgres(Object.assign(new URL(url), { username: 'plain' }).href)
    await migrate(database)
    const { rows } = await owner.query("select from pg_extension where extname = 'pg_trgm'")
    expect(rows).toEqual([])
    await database.close()
    await owner.query('drop owned by plain; drop role plain')
    await owner.end()
  })
})

const unreachable = (): never => {
  throw new Error('no instance')
}
