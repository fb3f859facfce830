import { describe, expect, it } from 'vitest'
import { checkApi } from '../../src/client/check-api.ts'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { denied } from '../../src/contract/actions.ts'
import { backendFlags } from '../../src/contract/capabilities.ts'
import { bySession, json, problem } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { invitation, session, usersWindow } from './wire.ts'

const announced = json(session({ ...backendFlags, invitations: true }))
const withInvitations = (...answers: [Answer, ...Answer[]]) => {
  let next = 0
  const nth: Answer = (response, request) =>
    answers[Math.min(next++, answers.length - 1)]?.(response, request)
  return serve(bySession(announced, nth))
}

/** The requests that a server got, without the one for the session. */
const sentTo = ({ requests }: Awaited<ReturnType<typeof serve>>) =>
  requests.slice(1).map(({ method, path }) => `${method} ${path}`)

const portOf = (invitations: object): RosterApi =>
  Object.assign(
    { company: 'acme', session: { get: async () => session({}) }, invitations },
    {
      users: { list: async () => usersWindow([]) },
    },
  ) as unknown as RosterApi

describe('the list of invitations', () => {
  it('is requested with its filters, and keeps the place of a row that can’t be read', async () => {
    const rows = [
      invitation(),
      invitation({ status: 'lost' }),
      invitation({ id: 'inv-3', status: 'expired' }),
    ]
    const server = await withInvitations(json(usersWindow(rows, { pending: 2 })))
    const list = await apiOf(server).invitations.list({
      search: ' ada ',
      sort: 'expires',
      roleIds: ['agent', 'boss'],
      teamIds: ['night'],
      statuses: ['pending', 'expired'],
      deliveries: ['failed'],
      invitedBy: ['user-1'],
      offset: 50,
      limit: 25,
    })
    expect(list.rows).toMatchObject([invitation(), { unreadable: true, id: 'inv-1' }, { id: 'inv-3' }])
    expect(list.pending).toBe(2)
    expect(sentTo(server)).toEqual(['GET /v1/invitations'])
    expect(server.requests.at(-1)?.parameters.toString()).toBe(
      'search=ada&sort=expires&offset=50&limit=25&role=agent&role=boss&team=night&status=pending&status=expired&delivery=failed&invitedBy=user-1',
    )
  })

  it('isn’t requested if the server doesn’t announce invitations', async () => {
    const server = await serve(json(session({ invitations: false })))
    const { invitations } = apiOf(server)
    expect(await failureOf(invitations.list({}))).toMatchObject({ code: 'unsupported' })
    expect(await failureOf(invitations.check(['a@example.com']))).toMatchObject({ code: 'unsupported' })
    expect(sentTo(server)).toEqual([])
  })
})

describe('an invitation', () => {
  it('is sent once for its intent, with a result for each address in order', async () => {
    const results = [
      { email: 'Ada@Example.com', ok: true, invitation: invitation() },
      { email: 'bob', ok: false, code: 'invalid_email' },
      {
        email: 'c@example.com',
        ok: false,
        code: 'rate_limited',
        reason: 'inviter_limit',
        params: { retryAfter: '60' },
      },
    ]
    const server = await withInvitations(problem(503, 'unavailable'), json({ results }))
    const request = {
      emails: ['Ada@Example.com', 'bob', 'c@example.com'],
      roleId: 'agent',
      teamIds: ['night'],
    }
    await expect(apiOf(server).invitations.invite(request, { intent: 'i.0' })).resolves.toEqual({ results })
    expect(sentTo(server)).toEqual(Array(2).fill('POST /v1/invitations'))
    for (const { headers, body } of server.requests.slice(1)) {
      expect(headers['idempotency-key']).toBe('i.0')
      expect(JSON.parse(await body)).toEqual(request)
    }
  })

  it('is read, changed, resent and deleted, each with its version or its intent', async () => {
    const server = await withInvitations(json(invitation()))
    const { invitations } = apiOf(server)
    await invitations.get('inv-1')
    await invitations.change('inv-1', { roleId: 'boss', teamIds: [] }, { intent: 'i-1', version: '7' })
    await invitations.resend('inv-1', { intent: 'i-2' })
    await invitations.delete('inv-1', { intent: 'i-3' })
    expect(sentTo(server)).toEqual([
      'GET /v1/invitations/inv-1',
      'PATCH /v1/invitations/inv-1',
      'POST /v1/invitations/inv-1/resend',
      'DELETE /v1/invitations/inv-1',
    ])
    const [, , change, resend] = server.requests
    expect(change?.headers).toMatchObject({ 'idempotency-key': 'i-1', 'if-match': '"7"' })
    expect(JSON.parse((await change?.body) ?? '')).toEqual({ roleId: 'boss', teamIds: [] })
    expect(resend?.headers['idempotency-key']).toBe('i-2')
  })

  it('that was sent a moment ago is refused with the seconds to wait, and not sent again on its own', async () => {
    const cooldown = problem(429, 'cooldown', { reason: 'cooldown' }, { 'retry-after': '42' })
    const server = await withInvitations(cooldown)
    expect(await failureOf(apiOf(server).invitations.resend('inv-1', { intent: 'i' }))).toMatchObject({
      code: 'cooldown',
      retryAfter: 42,
    })
    expect(sentTo(server)).toHaveLength(1)
  })

  it('isn’t requested with an invalid id', async () => {
    const server = await withInvitations(json(invitation()))
    expect(await failureOf(apiOf(server).invitations.get('../users'))).toMatchObject({ code: 'invalid_id' })
    expect(server.requests).toHaveLength(0)
  })
})

it('addresses are checked without an intent, and again after a failure', async () => {
  const results = [{ email: 'a@b.example', state: 'already_user', userId: 'user-1' }]
  const server = await withInvitations(problem(503, 'unavailable'), json({ results }))
  await expect(apiOf(server).invitations.check(['a@b.example'])).resolves.toEqual({ results })
  expect(sentTo(server)).toEqual(Array(2).fill('POST /v1/invitations/check'))
  expect(server.requests[1]?.headers['idempotency-key']).toBeUndefined()
})

it('activity and settings are read with their defaults', async () => {
  const entry = {
    id: '1',
    at: '2026-01-02T03:04:05.678Z',
    action: 'invitation_sent',
    actor: { kind: 'system', id: 'mail' },
  }
  const server = await withInvitations(json({ entries: [entry] }), json({ seats: { used: 3, total: 5 } }))
  const { invitations } = apiOf(server)
  expect(await invitations.activity('inv-1', { limit: 5 })).toEqual({ entries: [entry] })
  expect(await invitations.settings()).toEqual({
    lifetimeDays: 7,
    cooldownMs: 60_000,
    seats: { used: 3, pending: 0, total: 5 },
  })
  expect(sentTo(server)).toEqual(['GET /v1/invitations/inv-1/activity', 'GET /v1/invitation-settings'])
})

describe("invitations of a host's own port", () => {
  it('are checked: a missing action is denied, and a list that isn’t one is refused', async () => {
    const bare = {
      id: 'inv-1',
      email: 'a@b.example',
      status: 'pending',
      role: { id: 'r', name: 'R' },
      invitedAt: '2026-01-02T03:04:05.678Z',
    }
    const api = checkApi(
      portOf({
        list: async () => usersWindow([bare, { ...bare, role: null }]),
        get: async () => ({ id: 7 }),
      }),
    )
    const list = await api.invitations?.list({})
    expect(list?.rows).toEqual([
      { ...bare, actions: { resend: denied, delete: denied, change: denied } },
      { unreadable: true, id: 'inv-1', issue: expect.stringContaining('role') },
    ])
    expect(await failureOf(api.invitations?.get?.('inv-1') ?? Promise.resolve())).toMatchObject({
      code: 'malformed_answer',
      message: expect.stringContaining('invitations.get()'),
    })
  })

  it('announce themselves by the methods', async () => {
    const capabilities = async (invitations: object) =>
      (await checkApi(portOf(invitations)).session.get()).capabilities
    const list = async () => usersWindow([])
    expect(await capabilities({ list, settings: async () => ({}) })).toMatchObject({
      invitations: true,
      seats: true,
    })
    expect(await capabilities({ list })).toMatchObject({ invitations: true, seats: false })
    expect(await capabilities({})).toMatchObject({ invitations: false, seats: false })
  })
})
