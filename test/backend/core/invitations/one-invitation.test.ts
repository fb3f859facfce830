import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { invite, inviteOne } from './invite.ts'

const minute = 60_000

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
      { action: 'invitation_sent', actor: { kind: 'system' } },
      { action: 'invitation_created', actor: { kind: 'user', id: 'boss' } },
    ])
  })

  it('gets the permissions that its role has gained, if the same role is given again', async () => {
    const backend = await aBackend()
    const id = await inviteOne(backend, 'ada@new.example', { roleId: 'manager' })
    const lose = { kind: 'change_invitation', invitationId: id, roleId: 'manager' } as const
    await backend.store.write(
      backend.company,
      { id: 'lose', fingerprint: '', actor: { kind: 'system', id: 'test' }, requestId: 'r' },
      {
        userIds: [],
        invitations: { ids: [id], keys: [] },
        decide: () => ({ changes: [{ ...lose, teamIds: [], administrative: [] }], audit: [], answer: null }),
      },
    )
    const found = async () => (await backend.store.invitations.find(backend.company, [id])).get(id)
    const change = async (body: object) =>
      backend.change('PATCH', `/v1/invitations/${id}`, body, {
        headers: { 'If-Match': `"${(await found())?.version}"` },
      })
    await change({ teamIds: [] })
    expect((await found())?.administrative).toEqual([])
    expect((await change({ roleId: 'manager' })).status).toBe(200)
    expect((await found())?.administrative).toEqual(['manage_users'])
    const { version } = (await change({ roleId: 'manager' })).body
    expect((await change({ roleId: 'manager' })).body.version).toBe(version)
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
