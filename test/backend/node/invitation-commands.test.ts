import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUser } from '../../../backend/node/commands/add-user.ts'
import { eraseUser } from '../../../backend/node/commands/erase-user.ts'
import { setInvitations } from '../../../backend/node/commands/set-invitations.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import type { OpenStore } from '../store-suite.ts'
import { anIntent } from '../suite/an-intent.ts'
import { aCompanyThatInvites } from '../suite/inviting.ts'
import { openSqlStore } from './open-sql-store.ts'
import { createPostgres } from './test-postgres.ts'

describe('the commands about invitations', () => {
  let database: ReturnType<typeof openPostgres>
  let opened: OpenStore
  let client: pg.Client
  beforeAll(async () => {
    const url = await createPostgres()
    database = openPostgres(url)
    opened = await openSqlStore(database)
    client = new pg.Client(url)
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await opened.close()
  })

  it('set domains and seats, in their canonical form, and leave the rest as it is', async () => {
    const { id: companyId, store, invite } = await aCompanyThatInvites(opened)
    const { revision } = await store.changes(companyId)
    expect(
      await setInvitations(database, { companyId, block: 'BÜCHER.example, *.Spam.example', seats: '9' }),
    ).toEqual([
      'Allowed domains: any.',
      'Blocked domains: xn--bcher-kva.example, *.spam.example.',
      'Seats: 9.',
    ])
    expect(await invite(['x@bücher.example', 'x@a.spam.example'])).toMatchObject([
      { code: 'domain_blocked', params: { rule: 'xn--bcher-kva.example' } },
      { code: 'domain_blocked', params: { rule: '*.spam.example' } },
    ])
    const { changes } = await store.changes(companyId, revision)
    expect(changes).toMatchObject([{ resource: 'invitations' }, { resource: 'invitations' }])
    const { rows } = await client.query(
      'select after from audit where company_id = $1 and action = $2 order by revision',
      [companyId, 'set_invitation_rules'],
    )
    expect(rows).toMatchObject([{ after: { allowedDomains: [] } }, { after: { seats: 9 } }])
    expect(
      await setInvitations(database, { companyId, allow: 'acme.example', block: '', seats: 'none' }),
    ).toEqual(['Allowed domains: acme.example.', 'Blocked domains: none.', 'Seats: no limit.'])
  })

  it.each([
    [{ allow: 'not a domain' }, 'A rule must be a domain'],
    [{ block: '*.*.example' }, 'A rule must be a domain'],
    [{ seats: '-1' }, 'The seats must be a whole number'],
    [{ companyId: 'unknown', seats: '5' }, 'There is no company "unknown".'],
  ])('refuse %j in one sentence, and change nothing', async (input, sentence) => {
    const { id: companyId, store } = await aCompanyThatInvites(opened)
    await expect(setInvitations(database, { companyId, ...input })).rejects.toThrow(sentence)
    expect(await store.invitations.settings(companyId)).toMatchObject({ seats: null })
  })

  it('add a person, whose pending invitation ends as joined another way', async () => {
    const company = await aCompanyThatInvites(opened)
    const { id: companyId, store } = company
    const invitationId = await company.inviteOne('Olga@acme.example', { roleId: 'manager' })
    const [line] = await addUser(database, { companyId, email: 'olga@ACME.example', name: 'Olga' })
    const userId = /\(([\w-]+)\)/.exec(line ?? '')?.[1] ?? ''
    expect(await store.user(companyId, userId)).toMatchObject({ name: 'Olga', roleId: 'agent' })
    expect(await company.find(invitationId)).toMatchObject({ end: { as: 'joined_otherwise', userId } })
    await expect(addUser(database, { companyId, email: 'olga@acme.example' })).rejects.toThrow('already')
    await expect(addUser(database, { companyId, email: 'no one' })).rejects.toThrow(
      'must be an email address',
    )
    await expect(addUser(database, { companyId, email: 'x@acme.example', roleId: 'x' })).rejects.toThrow(
      'no such role',
    )
  })

  it('erase the invitations to someone who never joined, and refuse an address that nobody invited', async () => {
    const company = await aCompanyThatInvites(opened)
    const invitationId = await company.inviteOne('never@joined.example')
    expect(await eraseUser(database, company.id, 'NEVER@joined.example')).toEqual({
      userIds: [],
      invitationIds: [invitationId],
      isAccountDeleted: false,
    })
    expect(await company.find(invitationId)).toMatchObject({ email: '', end: { as: 'deleted' } })
    expect((await company.store.invitations.audit(company.id, invitationId, 1))?.[0]).toMatchObject({
      action: 'erase_invitation',
      actor: { kind: 'system' },
    })
    await expect(eraseUser(database, company.id, 'never@joined.example')).rejects.toThrow('has no data of')
  })

  it('erase every invitation to a person and the messages that they wrote, and their mail is not sent', async () => {
    const company = await aCompanyThatInvites(opened)
    const { id: companyId, store } = company
    await addUser(database, { companyId, email: 'mira@lindqvist.example', name: 'Mira' })
    const { users } = await store.users(companyId, {
      ...{ terms: ['lindqvist'], roleIds: [], teamIds: [], limit: 1, from: { offset: 0 } },
      ...{ sort: 'name', descending: false },
    })
    const userId = users[0]?.id ?? ''
    const remove = { changes: [{ kind: 'delete_user' as const, userId }], audit: [], answer: null }
    await store.write(companyId, anIntent(), { userIds: [userId], decide: () => remove })
    const request = { message: 'Dear Mira Lindqvist' }
    const pending = await company.inviteOne('Mira@lindqvist.example', request)
    const [claim] = (await store.mail.claim(1_000, 1)).filter((one) => one.companyId === companyId)
    if (claim)
      await store.mail.settle(claim, { kind: 'later', reason: '451 lindqvist', inMs: 1, isOurs: false })
    await eraseUser(database, companyId, 'mira@lindqvist.example')
    expect(await company.find(pending)).toMatchObject({ email: '', message: null, end: { as: 'deleted' } })
    await opened.advance(60_000)
    expect((await store.mail.claim(1_000, 1)).filter((one) => one.companyId === companyId)).toEqual([])
    for (const table of ['invitations', 'invitation_mail', 'audit', 'users', 'changes', 'intents']) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${table} t where company_id = $1 and t::text ilike '%lindqvist%'`,
        [companyId],
      )
      expect(rows, table).toEqual([])
    }
    expect(await company.inviteOne('mira@lindqvist.example')).not.toBe(pending)
  })
})
