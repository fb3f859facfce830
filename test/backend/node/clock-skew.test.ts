import type { FrozenSelection, Hold, Idle, Invitation, InviteResult } from '@aicx/roster/contract'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { type Asked, aHost } from '../suite/a-host.ts'
import { createPostgres } from './test-postgres.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** Two instances on one PostgreSQL, whose own clocks are 26 hours apart. */
async function twoClocks() {
  const url = await createPostgres()
  const stores = [createSqlStore(openPostgres(url)), createSqlStore(openPostgres(url))] as const
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()))
  })
  const first = await aHost({ store: stores[0] }, [{ id: 'boss', roleId: 'admin' }, { id: 'ann' }])
  const second = await first.besides(stores[1])
  const at = (hours: number) => vi.setSystemTime(performance.timeOrigin + performance.now() + hours * hour)

  const instance = (host: typeof first, hours: number, store: (typeof stores)[number]) => ({
    ask<Body>(method: string, path: string, asked?: Asked) {
      at(hours)
      return host.ask<Body>(method, path, asked)
    },
    claim(forMs: number) {
      at(hours)
      return store.mail.claim(10, forMs)
    },
  })
  return { behind: instance(first, -13, stores[0]), ahead: instance(second, 13, stores[1]) }
}

it('the clock of the database decides about sessions, holds and their ends', async () => {
  const { behind, ahead } = await twoClocks()
  const policy = { enabled: true, timeoutMinutes: 10, allowHold: true }
  expect((await behind.ask('PUT', '/idle-logout', { body: policy, version: '0' })).status).toBe(200)
  for (const instance of [behind, ahead]) {
    const { body } = await instance.ask<Idle>('POST', '/session/activity', {
      as: 'ann',
      body: { ageMs: 0 },
    })
    expect(body.idleRemainingMs).toBeCloseTo(10 * minute, -4)
    expect(body.absoluteRemainingMs).toBeCloseTo(7 * day, -5)
  }
  const hold = await ahead.ask<Hold>('POST', '/session/holds', {
    as: 'ann',
    body: { reason: 'call', maxMs: 30 * minute },
  })
  expect(hold.body.remainingMs).toBeCloseTo(30 * minute, -4)
  for (const instance of [ahead, behind]) {
    const { body } = await instance.ask<Idle>('GET', '/session/idle', { as: 'ann' })
    expect(body.idleRemainingMs).toBeCloseTo(31 * minute, -4)
  }
})

it('the clock of the database decides about invitations, their cooldown and their emails', async () => {
  const { behind, ahead } = await twoClocks()
  const { body } = await ahead.ask<{ results: InviteResult[] }>('POST', '/invitations', {
    body: { emails: ['lin@acme.example'] },
  })
  const [result] = body.results
  if (!result?.ok) throw new Error('The address was not invited.')
  const { id } = result.invitation
  for (const instance of [behind, ahead]) {
    const { body: invitation } = await instance.ask<Invitation>('GET', `/invitations/${id}`)
    expect(invitation).toMatchObject({ status: 'pending', actions: { resend: { reason: 'cooldown' } } })
    expect(invitation.expiresInMs).toBeCloseTo(7 * day, -5)
    const again = await instance.ask('POST', `/invitations/${id}/resend`)
    expect(again).toMatchObject({ status: 429, body: { code: 'cooldown' } })
  }
  expect(await behind.claim(minute)).toHaveLength(1)
  expect(await ahead.claim(minute)).toEqual([])
})

it('the clock of the database decides about runs and what was decided to be undone', async () => {
  const { behind, ahead } = await twoClocks()
  const frozen = await ahead.ask<FrozenSelection>('POST', '/selections', {
    body: { resource: 'users', of: { ids: ['ann'] }, action: { kind: 'delete' } },
  })
  const { id } = frozen.body
  for (const instance of [behind, ahead]) {
    const { body } = await instance.ask<FrozenSelection>('GET', `/selections/${id}`)
    expect(body.remainingMs).toBeCloseTo(15 * minute, -4)
  }
  expect(
    (await behind.ask('POST', `/selections/${id}/chunks`, { key: `${id}.0`, body: { from: 0 } })).status,
  ).toBe(200)
  for (const instance of [ahead, behind]) {
    const { body } = await instance.ask<FrozenSelection>('GET', `/selections/${id}`)
    expect(body.undo?.remainingMs).toBeCloseTo(10 * minute, -4)
  }
})
