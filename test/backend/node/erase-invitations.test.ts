import type { Invitation } from '@aicx/roster/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUser } from '../../../backend/core/invitations/add-user.ts'
import type { MailSettlement } from '../../../backend/core/ports/invitation-mail.ts'
import { eraseUser } from '../../../backend/node/commands/erase-user.ts'
import type { Database } from '../../../backend/node/database/database.ts'
import { openPglite } from '../../../backend/node/database/open-pglite.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from '../suite/a-host.ts'
import { openSqlStore } from './open-sql-store.ts'
import { createPostgres } from './test-postgres.ts'
import { tracesIn } from './traces-in.ts'

const minute = 60_000
const email = 'Mira@lindqvist.example'
const people = [
  { id: 'boss', roleId: 'admin' },
  { id: 'mira', roleId: 'manager', name: 'Mira Lindqvist', email },
]
const refusal = { kind: 'failed', reason: '550 <mira@lindqvist.example>: no such user' } as const

describe.each([
  ['PGlite', () => openPglite()],
  ['PostgreSQL', async () => openPostgres(await createPostgres())],
])('erasing someone who has to do with invitations, on %s', (_, open: () => Promise<Database>) => {
  let database: Database
  let opened: OpenStore
  beforeAll(async () => {
    database = await open()
    opened = await openSqlStore(database)
  })
  afterAll(() => opened.close())

  async function aCompany() {
    const host = await aHost(opened, people)
    const { ask, company, store } = host
    async function claim(address: string) {
      const claims = await store.mail.claim(1_000, minute)
      const found = claims.find((one) => one.companyId === company && one.address.toLowerCase() === address)
      if (!found) throw new Error(`No email to ${address} is queued.`)
      return found
    }
    return {
      ...host,
      claim,
      async invite(to: string, as = 'boss', message?: string) {
        const body = { emails: [to], ...(message !== undefined && { message }) }
        const answer = await ask<{ results: { invitation: Invitation }[] }>('POST', '/invitations', {
          as,
          body,
        })
        return answer.body.results[0]?.invitation.id ?? ''
      },
      async settle(to: string, settlement: MailSettlement) {
        await store.mail.settle(await claim(to), settlement)
      },
      /** What the API says at these paths, as text. */
      async said(...paths: string[]) {
        const answers = await Promise.all(paths.map((path) => ask('GET', path)))
        return JSON.stringify(answers.map(({ body }) => body)).toLowerCase()
      },
    }
  }

  it('leaves nothing of them in the rows, the outbox, the history, the runs or an answer', async () => {
    const { ask, run, create, chunk, claim, invite, settle, said, store, company } = await aCompany()
    const theirs = await invite('guest@other.example', 'mira', 'Yours, Mira Lindqvist')
    await ask('DELETE', '/users/mira')
    const received = await invite(email, 'boss', 'Dear Mira Lindqvist')
    await settle('mira@lindqvist.example', refusal)
    const resend = {
      resource: 'invitations',
      of: { query: { search: 'lindqvist' } },
      action: { kind: 'resend' },
    }
    const { body: cooling } = await ask<{ id: string }>('POST', '/selections', { body: resend })
    await chunk(cooling.id, 0)
    await opened.advance(minute)
    await ask('POST', `/invitations/${received}/resend`)
    const underWay = await claim('mira@lindqvist.example')
    await run({ ids: ['boss'] }, { kind: 'changeTeams', add: ['night'], remove: [] })
    const { body: frozen } = await create(
      { ids: ['boss'] },
      { kind: 'changeTeams', add: [], remove: ['night'] },
    )

    expect(await eraseUser(database, company, email)).toMatchObject({
      userIds: ['mira'],
      invitationIds: [received],
    })
    expect(await store.mail.check(underWay)).toBe(false)
    await store.mail.settle(underWay, refusal)
    await store.mail.settle(underWay, { kind: 'later', reason: '451 lindqvist', inMs: 1, isOurs: false })

    expect(await tracesIn(database, 'lindqvist')).toEqual([])
    const paths = [
      ...[
        '/invitations',
        `/invitations/${theirs}`,
        `/invitations/${theirs}/activity`,
        `/invitations/${received}`,
      ],
      ...[
        `/invitations/${received}/activity`,
        '/users/mira/activity',
        '/selections',
        `/selections/${frozen.id}`,
      ],
      `/selections/${cooling.id}/rows`,
    ]
    expect(await said(...paths)).not.toContain('lindqvist')
    await opened.advance(minute)
    const guest = await claim('guest@other.example')
    expect(guest).not.toHaveProperty('inviterName')
    expect(guest).not.toHaveProperty('message')
    const [failed, ended] = (await store.invitations.audit(company, received, 2)) ?? []
    expect(failed).toMatchObject({ action: 'invitation_failed', after: { reason: '' } })
    expect(ended).toMatchObject({ action: 'erase_invitation', actor: { kind: 'system' } })
  })

  it('finds the invitation that they accepted at an earlier address', async () => {
    const { invite, ask, store, company } = await aCompany()
    const first = await invite('svensson@old.example', 'boss', 'Dear Svensson')
    const added = await addUser(store, company, { email: 'svensson@old.example', name: 'Svensson' })
    if (!added.ok) throw new Error(added.refused.code)
    const { userId } = added.answer
    const rename = sql`
      with renamed as (update accounts set email = 'mia@new.example', email_key = 'mia@new.example' where id in (
        select account_id from users where company_id = ${company} and id = ${userId}))
      update users set email = 'mia@new.example', search_text = 'mia' where company_id = ${company} and id = ${userId}`
    await rename.execute(database.db)
    await ask('DELETE', `/users/${userId}`)
    expect(await eraseUser(database, company, 'mia@new.example')).toMatchObject({ invitationIds: [first] })
    expect(await tracesIn(database, 'svensson')).toEqual([])
  })

  it('of a person who was only invited says so in the history and in the change log, and changes no user', async () => {
    const { invite, store, company } = await aCompany()
    const pending = await invite('never@joined.example')
    const { revision } = await store.changes(company)
    await eraseUser(database, company, 'never@joined.example')
    const { changes } = await store.changes(company, revision)
    expect(changes).toMatchObject([{ resource: 'invitations', ids: [pending] }])
    expect((await store.invitations.audit(company, pending, 5))?.map(({ action }) => action)).toEqual([
      'erase_invitation',
      'invitation_created',
    ])
  })
})
