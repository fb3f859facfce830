import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { inviteOne } from './invite.ts'

const week = 7 * 86_400_000

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

it('the settings say how invitations work, the seats, and what waits', async () => {
  const backend = await aBackend()
  await inviteOne(backend, 'ada@new.example')
  expect((await backend.ask('/v1/invitation-settings')).body).toEqual({
    lifetimeDays: 7,
    cooldownMs: 60_000,
    mail: { state: 'ok', queued: 1 },
    inviters: [expect.objectContaining({ id: 'boss', deleted: false })],
  })
  await backend.store.invitations.setSeats(backend.company, 5)
  await backend.store.invitations.setDomains(backend.company, { allowedDomains: ['acme.example'] })
  expect((await backend.ask('/v1/invitation-settings')).body).toMatchObject({
    seats: { used: 3, pending: 2, total: 5 },
    allowedDomains: ['acme.example'],
  })
})
