import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { invite } from './invite.ts'

const week = 7 * 86_400_000

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
  it('says what an invitation would be refused for, only about this company', async () => {
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
