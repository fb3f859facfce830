import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EraseRefused, eraseUser } from '../../../backend/node/commands/erase-user.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createAccounts } from '../../../backend/node/identity/accounts.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from '../suite/a-company.ts'
import { aHost } from '../suite/a-host.ts'
import { openSqlStore } from './open-sql-store.ts'
import { runBackend } from './run-backend.ts'
import { createPostgres } from './test-postgres.ts'
import { tracesIn } from './traces-in.ts'

const mira = {
  id: 'mira',
  accountId: 'account-of-mira',
  name: 'Mira Lindqvist',
  email: 'Mira@lindqvist.example',
  avatarUrl: 'https://pictures.example/lindqvist.png',
  custom: { nickname: 'Lindqvist the great' },
  teamIds: ['night'],
}
const people = [{ id: 'boss', roleId: 'admin' }, { id: 'ada' }, mira]
const remove = { kind: 'delete' } as const
const undo = { kind: 'undo' } as const

describe('erasing a user', () => {
  let url: string
  let database: ReturnType<typeof openPostgres>
  let opened: OpenStore
  let client: pg.Client
  beforeAll(async () => {
    url = await createPostgres()
    database = openPostgres(url)
    opened = await openSqlStore(database)
    client = new pg.Client(url)
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await opened.close()
  })

  it('leaves nothing of them in any table, and ends undo: her messages keep an author without a name', async () => {
    const host = await aHost(opened, people)
    const { company, store } = host
    await createAccounts(database).setPassword(mira.email, 'open sesame, please')
    expect((await host.ask('GET', '/session', { as: 'mira' })).status).toBe(200)
    const stale = await host.create({ ids: ['mira'] }, { kind: 'changeRole', roleId: 'manager' })
    await host.ask('PUT', '/users/mira/role', { body: { roleId: 'manager' }, version: '0' })
    const failed = await host.chunk(stale.body.id, 0)
    expect(failed.body.selection).toMatchObject({ done: 1 })
    await host.ask('PUT', '/users/mira/role', {
      body: { roleId: 'agent' },
      version: (await host.user('mira'))?.version ?? '',
    })
    const { selection } = await host.run({ ids: ['ada', 'mira'] }, remove)
    const { revision } = await store.changes(company)

    const erased = await eraseUser(database, company, ' mira@LINDQVIST.example ')
    expect(erased).toEqual({ userIds: ['mira'], invitationIds: [], isAccountDeleted: true })

    expect(await tracesIn(database, 'lindqvist', 'account-of-mira')).toEqual([])
    const page = await store.changes(company, revision)
    expect(page.changes).toMatchObject([{ resource: 'users', ids: ['mira'] }])
    const entries = (await store.audit(company, 'mira', 1)).entries
    expect(entries).toMatchObject([{ action: 'erase_user', actor: { kind: 'system' } }])

    expect((await host.ask('GET', `/selections/${selection.id}`)).body).toMatchObject({
      undo: { id: selection.id },
    })
    const undone = await host.run({ undoOf: selection.id }, undo)
    expect(undone.selection).toMatchObject({ total: 1, done: 1 })
    expect(await host.members()).toEqual(['ada', 'boss'])
    expect((await host.rows(selection.id)).rows).toMatchObject([
      { id: 'ada' },
      { id: 'mira', name: '', email: '' },
    ])
  })

  it('in the middle of an undo fails only that row', async () => {
    const host = await aHost(opened, [
      ...people.slice(0, 2),
      { ...mira, accountId: 'a-undo', email: 'undo@m.example' },
    ])
    const { selection } = await host.run({ ids: ['ada', 'mira'] }, remove)
    const { body: undoing } = await host.create({ undoOf: selection.id }, undo)
    await eraseUser(database, host.company, 'undo@m.example')
    const { body } = await host.chunk(undoing.id, 0)
    expect(body.failed).toEqual([{ id: 'mira', name: '', code: 'erased', reason: 'erased' }])
    expect(body.selection).toMatchObject({ done: 1, failed: 1 })
  })

  it('keeps an account that another company has, deleted or not, and erases nothing there', async () => {
    const shared = { ...mira, accountId: 'a-shared', email: 'shared@m.example' }
    const [one, other] = [await aHost(opened, [...people.slice(0, 2), shared]), aCompany([shared])]
    await opened.store.createCompany(other)
    await one.ask('DELETE', '/users/mira')
    expect(await eraseUser(database, one.company, shared.email)).toMatchObject({ isAccountDeleted: false })
    expect(await opened.store.user(other.company.id, 'mira')).toMatchObject({ name: mira.name })
    const { rows } = await client.query('select account_id from users where company_id = $1 and id = $2', [
      one.company,
      'mira',
    ])
    expect(rows).toEqual([{ account_id: null }])
  })

  it.each([
    ['a current user', 'now@m.example', 'now@m.example is a user of the company.'],
    ['an unknown email', 'nobody@m.example', 'has no data of nobody@m.example.'],
  ])('is refused for %s, and changes nothing', async (_, email, message) => {
    const host = await aHost(opened, [
      ...people.slice(0, 2),
      { ...mira, accountId: `a-${email}`, email: 'now@m.example' },
    ])
    await expect(eraseUser(database, host.company, email)).rejects.toThrow(message)
    await expect(eraseUser(database, 'c-unknown', email)).rejects.toThrow(EraseRefused)
    expect(await host.user('mira')).toMatchObject({ name: mira.name })
  })

  it('holds against what writes later, such as a sync of names', async () => {
    const host = await aHost(opened, [
      ...people.slice(0, 2),
      { ...mira, accountId: 'a-sync', email: 'sync@m.example' },
    ])
    await host.ask('DELETE', '/users/mira')
    await eraseUser(database, host.company, 'sync@m.example')
    const rename = client.query('update users set name = $2 where company_id = $1 and id = $3', [
      host.company,
      mira.name,
      'mira',
    ])
    await expect(rename).rejects.toThrow('users_erased_for_good')
    await expect(eraseUser(database, host.company, 'sync@m.example')).rejects.toThrow('has no data')
  })

  it('is a command', async () => {
    const host = await aHost(opened, [
      ...people.slice(0, 2),
      { ...mira, accountId: 'a-cli', email: 'cli@m.example' },
    ])
    const run = (...parameters: string[]) => runBackend({ DATABASE_URL: url }, ['erase', ...parameters]).ended
    expect(await run(host.company, 'cli@m.example')).toMatchObject({
      code: 1,
      output: expect.stringContaining('Delete'),
    })
    await host.ask('DELETE', '/users/mira')
    expect(await run(host.company, 'cli@m.example')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Erased the personal data of the user mira.'),
    })
    expect(await run(host.company)).toMatchObject({
      code: 1,
      output: expect.stringContaining('erase requires'),
    })
  })
})
