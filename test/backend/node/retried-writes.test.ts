import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { aCompany } from '../suite/a-company.ts'
import { anIntent } from '../suite/an-intent.ts'
import { createPostgres } from './test-postgres.ts'

/** A company, a write to it, and another client of the same database. */
async function contended(settings = '') {
  const url = await createPostgres()
  const store = createSqlStore(openPostgres(`${url}${settings}`))
  const outsider = new pg.Client(url)
  await outsider.connect()
  onTestFinished(async () => {
    await outsider.end()
    await store.close()
  })
  const newCompany = aCompany([{ id: 'u1', roleId: 'admin' }, { id: 'u2' }])
  const company = newCompany.company.id
  await store.createCompany(newCompany)
  let decided = 0
  return {
    store,
    company,
    outsider,
    decided: () => decided,
    write: () =>
      store.write(company, anIntent(), {
        userIds: ['u2'],
        decide() {
          decided += 1
          return { changes: [{ kind: 'set_role', userId: 'u2', roleId: 'manager' }], audit: [], answer: null }
        },
      }),
    /** Until as many others wait for a lock. */
    async waiting() {
      await expect
        .poll(async () => {
          await outsider.query('select pg_stat_clear_snapshot()')
          const { rows } = await outsider.query(
            "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
          )
          return rows.length
        })
        .toBe(1)
    },
  }
}

describe('a write that the server gives up', () => {
  it('as the victim of a deadlock is tried again', async () => {
    const { store, company, outsider, write, waiting, decided } = await contended()
    await outsider.query("set deadlock_timeout = '60s'")
    await outsider.query('begin')
    await outsider.query("update users set name = 'New' where company_id = $1 and id = 'u2'", [company])
    const writing = write()
    await waiting()
    await outsider.query("update companies set name = 'New' where id = $1", [company])
    await outsider.query('commit')
    expect(await writing).toMatchObject({ ok: true, revision: 1 })
    expect(decided()).toBe(2)
    expect(await store.user(company, 'u2')).toMatchObject({ roleId: 'manager', name: 'New' })
  })

  it('as a serialization failure is tried again', async () => {
    const isolation = '?options=-c%20default_transaction_isolation%3Dserializable'
    const { company, outsider, write, waiting, decided } = await contended(isolation)
    await outsider.query('begin')
    await outsider.query("update companies set name = 'New' where id = $1", [company])
    const writing = write()
    await waiting()
    await outsider.query('commit')
    expect(await writing).toMatchObject({ ok: true, revision: 1 })
    expect(decided()).toBe(1)
  })
})
