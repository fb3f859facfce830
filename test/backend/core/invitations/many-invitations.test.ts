import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { type Backend, invite, inviteOne } from './invite.ts'

const minute = 60_000

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
    expect(users.body.impact).toContainEqual({ kind: 'pending_invitations', count: 2, deletable: true })
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
