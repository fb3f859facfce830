import { describe, expect, it } from 'vitest'
import { aBackend } from './a-backend.ts'

const minute = 60_000
const week = 7 * 86_400_000

type Backend = Awaited<ReturnType<typeof aBackend>>

const invite = (backend: Backend, body: object, asked = {}) =>
  backend.change('POST', '/v1/invitations', body, asked)
const inviteOne = async (backend: Backend, email: string, body: object = {}): Promise<string> =>
  (await invite(backend, { emails: [email], ...body })).body.results[0].invitation.id

describe('inviting', () => {
  it('returns a result for each address in order, with the invitation as the list shows it', async () => {
    const backend = await aBackend()
    const emails = [
      'ada@new.example',
      'nobody',
      'boss@acme.example',
      'ina@invited.example',
      ' ADA@new.example ',
    ]
    const { status, body, headers } = await invite(backend, { emails, teamIds: ['night'] })
    expect(status).toBe(200)
    expect(Number(headers.get('roster-revision'))).toBeGreaterThan(0)
    expect(body.results.map((one: { email: string }) => one.email)).toEqual(emails)
    expect(body.results).toMatchObject([
      {
        ok: true,
        invitation: {
          email: 'ada@new.example',
          status: 'pending',
          role: { id: 'agent', name: 'Agent' },
          teams: [
            { id: 'chat', direct: false, viaRole: true },
            { id: 'night', direct: true, viaRole: false },
          ],
          invitedBy: { id: 'boss', name: 'boss', deleted: false },
          expiresInMs: week,
          delivery: { state: 'queued' },
          actions: { resend: { allowed: false, reason: 'cooldown' }, delete: { allowed: true } },
        },
      },
      { ok: false, code: 'invalid_email' },
      { ok: false, code: 'already_user', params: { userId: 'boss' } },
      { ok: false, code: 'already_invited', params: { invitationId: 'agent' } },
      { ok: false, code: 'duplicate_email' },
    ])
  })

  it('of a repeated request changes nothing, and returns the invitations as they are now', async () => {
    const backend = await aBackend()
    const asked = { headers: { 'Idempotency-Key': 'i-1' } }
    const first = await invite(backend, { emails: ['ada@new.example'] }, asked)
    await backend.change('DELETE', `/v1/invitations/${first.body.results[0].invitation.id}`)
    const again = await invite(backend, { emails: ['ada@new.example'] }, asked)
    expect(again.body.results[0].invitation).toMatchObject({
      id: first.body.results[0].invitation.id,
      status: 'deleted',
      actions: { resend: { allowed: false, reason: 'invitation_deleted' } },
    })
    const other = await invite(backend, { emails: ['bob@new.example'] }, asked)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
  })

  it('K5 K8 refuses a role that exceeds that of the person who invites, and roles and teams that are unknown', async () => {
    const backend = await aBackend()
    const code = async (body: object, as = 'boss') =>
      (await invite(backend, { emails: ['x@new.example'], ...body }, { as })).body.code
    expect(await code({ roleId: 'admin' }, 'manager')).toBe('role_exceeds_yours')
    expect(await code({ roleId: 'unknown' })).toBe('role_not_found')
    expect(await code({ teamIds: ['night', 'unknown'] })).toBe('team_not_found')
    expect(await code({}, 'agent')).toBe('missing_permission')
    expect((await backend.ask('/v1/invitations')).body.total).toBe(1)
  })

  it('takes at most 200 addresses and 500 characters of a message', async () => {
    const backend = await aBackend()
    const emails = Array.from({ length: 201 }, (_, index) => `p${index}@new.example`)
    expect((await invite(backend, { emails })).status).toBe(400)
    expect((await invite(backend, { emails: [] })).status).toBe(400)
    const message = 'x'.repeat(501)
    expect((await invite(backend, { emails: ['a@new.example'], message })).status).toBe(400)
    const { body } = await invite(backend, { emails: emails.slice(1) })
    expect(body.results).toHaveLength(200)
  })

  it('that reached a limit is refused as a whole, with the seconds to wait', async () => {
    const backend = await aBackend()
    for (let part = 0; part < 3; part++)
      await invite(backend, { emails: Array.from({ length: 200 }, (_, at) => `p${part}-${at}@new.example`) })
    const { status, body, headers } = await invite(backend, { emails: ['one@new.example'] })
    expect([status, body.code, body.reason]).toEqual([429, 'rate_limited', 'inviter_limit'])
    expect(headers.get('retry-after')).toBe('3600')
  })
})

describe('checking addresses', () => {
  it('says what an invitation would be refused for, about this company alone', async () => {
    const backend = await aBackend()
    await backend.store.invitations.setDomains(backend.company, { blockedDomains: ['*.spam.example'] })
    const emails = [
      'new@free.example',
      'foreigner@acme.example',
      'x@a.spam.example',
      'INA@invited.example',
      'boss@acme.example',
      'bo ss@acme.example',
      'NEW@free.example',
    ]
    const body = JSON.stringify({ emails })
    const headers = { 'Content-Type': 'application/json' }
    const answer = await backend.ask('/v1/invitations/check', { method: 'POST', body, headers })
    expect(answer.body.results).toEqual([
      { email: emails[0], state: 'ok' },
      { email: emails[1], state: 'ok' },
      {
        email: emails[2],
        state: 'domain_blocked',
        params: { domain: 'a.spam.example', rule: '*.spam.example' },
      },
      {
        email: emails[3],
        state: 'already_invited',
        invitationId: 'agent',
        params: { invitationId: 'agent', invitedAt: '2026-11-23T09:00:00.000Z' },
      },
      { email: emails[4], state: 'already_user', userId: 'boss', params: { userId: 'boss', role: 'Admin' } },
      { email: emails[5], state: 'invalid_email', params: { fault: 'white_space' } },
      { email: emails[6], state: 'duplicate_email' },
    ])
  })
})

describe('an invitation', () => {
  it('is resent once a minute, and says how long to wait', async () => {
    const backend = await aBackend()
    const resend = () => backend.change('POST', '/v1/invitations/agent/resend')
    const first = await resend()
    expect([first.status, first.body.delivery.state]).toEqual([200, 'queued'])
    expect(first.headers.get('etag')).toBe(`"${first.body.version}"`)
    const again = await resend()
    expect([again.status, again.body.code, again.body.reason]).toEqual([429, 'cooldown', 'cooldown'])
    expect(again.headers.get('retry-after')).toBe('60')
    backend.advance(minute)
    expect((await resend()).status).toBe(200)
  })

  it('is changed for the version that was seen, and keeps its link', async () => {
    const backend = await aBackend()
    const change = (body: object, version: string) =>
      backend.change('PATCH', '/v1/invitations/agent', body, { headers: { 'If-Match': `"${version}"` } })
    const changed = await change({ roleId: 'manager', teamIds: ['night'] }, '0')
    expect(changed.body).toMatchObject({ role: { id: 'manager' }, sentAt: expect.any(String) })
    expect((await change({ roleId: 'agent' }, '0')).body.code).toBe('version_mismatch')
    const { body } = await backend.ask('/v1/invitations/agent/activity')
    expect(body.entries).toMatchObject([
      {
        action: 'invitation_changed',
        actor: { kind: 'user', id: 'boss', name: 'boss' },
        before: { role: { id: 'agent', name: 'Agent' }, teams: [] },
        after: { role: { id: 'manager', name: 'Manager' }, teams: [{ id: 'night', name: 'Night shift' }] },
      },
    ])
  })

  it('that was deleted can neither be resent, changed nor deleted again', async () => {
    const backend = await aBackend()
    const deleted = await backend.change('DELETE', '/v1/invitations/agent')
    expect(deleted.body).toMatchObject({ status: 'deleted', endedAt: expect.any(String) })
    for (const [method, path] of [
      ['DELETE', ''],
      ['POST', '/resend'],
    ] as const) {
      const { status, body } = await backend.change(method, `/v1/invitations/agent${path}`)
      expect([status, body.code]).toEqual([409, 'invitation_deleted'])
    }
    expect((await backend.ask('/v1/invitations')).body.rows).toEqual([])
    expect((await backend.ask('/v1/invitations/agent')).body.status).toBe('deleted')
  })

  it('V29 outlives its inviter, whose name stays', async () => {
    const backend = await aBackend({ secondAdmin: true })
    const id = await inviteOne(backend, 'ada@new.example')
    const asked = { as: 'manager' }
    await backend.store.write(
      backend.company,
      { id: 'd', fingerprint: '', actor: { kind: 'system', id: 'test' }, requestId: 'r' },
      {
        userIds: ['boss'],
        decide: () => ({ changes: [{ kind: 'delete_user', userId: 'boss' }], audit: [], answer: null }),
      },
    )
    const { body } = await backend.ask(`/v1/invitations/${id}`, asked)
    expect(body).toMatchObject({ status: 'pending', invitedBy: { id: 'boss', name: 'boss', deleted: true } })
  })

  it('K18 has no link in any answer, event or entry', async () => {
    const backend = await aBackend()
    const { text } = await invite(backend, { emails: ['ada@new.example'], message: 'Hi' })
    const others = await Promise.all(
      ['/v1/invitations', '/v1/events?since=0', '/v1/invitations/agent/activity'].map((path) =>
        backend.ask(path),
      ),
    )
    for (const body of [text, ...others.map((answer) => answer.text)])
      expect(body).not.toMatch(/token|generation|https?:/)
  })
})

describe('the list of invitations', () => {
  it('expires in place, without a write, and tells streams of it', async () => {
    const backend = await aBackend()
    const id = await inviteOne(backend, 'ada@new.example')
    const { revision } = (await backend.ask('/v1/events')).body
    backend.advance(11 * 3_600_000)
    const early = (await backend.ask('/v1/invitations')).body
    expect([early.pending, early.total]).toEqual([1, 2])
    expect(early.rows[1]).toMatchObject({ id: 'agent', status: 'expired', expiresInMs: 0 })
    expect(early.rows[0]).toMatchObject({ id, status: 'pending', expiresInMs: week - 11 * 3_600_000 })
    const { events } = (await backend.ask(`/v1/events?since=${revision}`)).body
    expect(events).toMatchObject([{ resource: 'invitations', ids: ['agent'] }])
  })

  it('refuses what it does not know', async () => {
    const backend = await aBackend()
    for (const query of ['status=accepted', 'sort=name', 'delivery=a%20b', 'around=x', 'limit=201'])
      expect((await backend.ask(`/v1/invitations?${query}`)).body.code).toBe('invalid_query')
    const { body } = await backend.ask(
      '/v1/invitations?status=pending&delivery=sent&invitedBy=boss&role=agent&sort=-email',
    )
    expect(body).toMatchObject({ total: 1, pending: 1, totalIs: 'exact', rows: [{ id: 'agent' }] })
  })
})

describe('many invitations', () => {
  const select = (backend: Backend, body: object, asked = {}) =>
    backend.change('POST', '/v1/selections', body, asked)
  const step = (backend: Backend, id: string, from: number) =>
    backend.change(
      'POST',
      `/v1/selections/${id}/chunks`,
      { from },
      { headers: { 'Idempotency-Key': `${id}.${from}` } },
    )

  it('are resent in a run; those in their cooldown are listed and can be retried', async () => {
    const backend = await aBackend()
    await inviteOne(backend, 'ada@new.example')
    const frozen = await select(backend, {
      resource: 'invitations',
      of: { query: { statuses: ['pending'] }, except: [] },
      action: { kind: 'resend' },
    })
    expect(frozen.body).toMatchObject({ resource: 'invitations', total: 2, allowed: 2, impact: [] })
    const { body } = await step(backend, frozen.body.id, 0)
    expect(body.selection).toMatchObject({ state: 'done', done: 1, failed: 1 })
    expect(body.failed).toMatchObject([{ name: 'ada@new.example', code: 'cooldown', reason: 'cooldown' }])
    backend.advance(minute)
    const retry = { resource: 'invitations', of: { failedOf: frozen.body.id }, action: { kind: 'resend' } }
    const again = await select(backend, retry)
    expect((await step(backend, again.body.id, 0)).body.selection).toMatchObject({ done: 1, failed: 0 })
  })

  it('take no action for users, and users none for invitations', async () => {
    const backend = await aBackend()
    const code = async (resource: string, action: object) =>
      (await select(backend, { resource, of: { ids: ['agent'] }, action })).body.code
    expect(await code('invitations', { kind: 'changeRole', roleId: 'agent' })).toBe('invalid_body')
    expect(await code('users', { kind: 'resend' })).toBe('invalid_body')
  })

  it('are counted where their inviters are deleted, and can be deleted by that selection', async () => {
    const backend = await aBackend()
    await invite(backend, { emails: ['a@new.example', 'b@new.example'] }, { as: 'manager' })
    const deletion = { resource: 'users', of: { ids: ['manager'] }, action: { kind: 'delete' } }
    const users = await select(backend, deletion)
    expect(users.body.impact).toContainEqual({ kind: 'pending_invitations', count: 2 })
    const theirs = await select(backend, {
      resource: 'invitations',
      of: { query: { invitedBy: [users.body.id] }, except: [] },
      action: { kind: 'delete' },
    })
    expect(theirs.body.total).toBe(2)
    await step(backend, theirs.body.id, 0)
    expect((await backend.ask('/v1/invitations')).body.total).toBe(1)
  })
})

describe('undoing a deletion', () => {
  it('V27 is refused while an invitation to the same address is pending, and works once it is gone', async () => {
    const backend = await aBackend()
    const deletion = await backend.change('DELETE', '/v1/users/agent')
    const invitationId = await inviteOne(backend, 'Agent@acme.example')
    const undo = async () => {
      const request = { resource: 'users', of: { undoOf: deletion.body.undo.id }, action: { kind: 'undo' } }
      const { body } = await backend.change('POST', '/v1/selections', request)
      const headers = { 'Idempotency-Key': `${body.id}.0` }
      return (await backend.change('POST', `/v1/selections/${body.id}/chunks`, { from: 0 }, { headers })).body
    }
    expect((await undo()).failed).toMatchObject([
      { id: 'agent', code: 'already_invited', params: { invitationId } },
    ])
    await backend.change('DELETE', `/v1/invitations/${invitationId}`)
    await backend.store.invitations.setSeats(backend.company, 2)
    expect((await undo()).failed).toMatchObject([{ id: 'agent', code: 'seats_full' }])
    await backend.store.invitations.setSeats(backend.company, 10)
    expect((await undo()).selection).toMatchObject({ done: 1, failed: 0 })
    expect((await backend.ask('/v1/users/agent')).status).toBe(200)
  })
})

it('the settings say how invitations work, the seats, and what waits', async () => {
  const backend = await aBackend()
  await inviteOne(backend, 'ada@new.example')
  expect((await backend.ask('/v1/invitation-settings')).body).toEqual({
    lifetimeDays: 7,
    cooldownMs: 60_000,
    mail: { state: 'ok', queued: 1 },
  })
  await backend.store.invitations.setSeats(backend.company, 5)
  await backend.store.invitations.setDomains(backend.company, { allowedDomains: ['acme.example'] })
  expect((await backend.ask('/v1/invitation-settings')).body).toMatchObject({
    seats: { used: 3, pending: 2, total: 5 },
    allowedDomains: ['acme.example'],
  })
})
