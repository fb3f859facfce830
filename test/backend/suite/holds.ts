import type { Hold } from '@aicx/roster/contract'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { anOffice, minute, second } from './an-office.ts'

/** Holds, which postpone the logout. */
export function holdSuite(current: () => OpenStore) {
  describe('a hold', () => {
    it('hold-cap: postpones the logout for an hour at most since the last activity, and a warning beyond', async () => {
      const { settled, ask, advance, code, idle } = await anOffice(current())
      await settled({ allowHold: true })
      const hold = (maxMs: number) =>
        ask<Hold & { code?: string }>('POST', '/session/holds', {
          as: 'ann',
          body: { reason: 'call', maxMs },
        })
      const first = await hold(20 * minute)
      expect(first).toMatchObject({ status: 201, body: { id: expect.any(String) } })
      expect(first.body.remainingMs).toBeCloseTo(20 * minute, -4)
      await advance(20 * minute)
      expect((await idle()).idleRemainingMs).toBeCloseTo(minute, -4)
      expect((await hold(12 * 60 * minute)).body.remainingMs).toBeCloseTo(40 * minute, -4)
      await advance(40 * minute + second)
      expect(await hold(minute)).toMatchObject({ status: 409, body: { code: 'hold_not_allowed' } })
      await advance(minute + 10 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('is refused unless the company allows it, and when the session is over', async () => {
      const { settled, code, advance, save } = await anOffice(current())
      await settled({})
      const body = { reason: 'call', maxMs: minute }
      expect(await code('POST', '/session/holds', { body })).toBe('hold_not_allowed')
      await save({ allowHold: true })
      expect(await code('POST', '/session/holds', { body })).toBe('allowed')
      await advance(30 * minute)
      expect(await code('POST', '/session/holds', { body })).toBe('session_idle')
    })

    it('is refused to a request that began before the session was over, and so is activity', async () => {
      const { settled, store, company, advance, code } = await anOffice(current())
      await settled({ allowHold: true })
      const { accountId = '' } = (await store.user(company, 'ann')) ?? {}
      const signIn = { id: `s-${accountId}`, accountId, authenticatedAt: new Date(), expiresAt: new Date() }
      const { id = '' } = (await store.admit(company, signIn))?.session ?? {}
      expect(await store.idle.report(company, id, 0)).toBe(true)
      await advance(10 * minute + 11 * second)
      expect(await store.idle.report(company, id, 0)).toBe(false)
      const by = { actor: { kind: 'user', id: 'ann' }, requestId: 'late' } as const
      const hold = { id: 'late', reason: 'call', maxMs: minute }
      expect(await store.idle.hold(company, id, { ...hold, ...by })).toBeNull()
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('ends early, and leaves the warning', async () => {
      const { settled, ask, advance, code, idle } = await anOffice(current())
      await settled({ allowHold: true })
      const body = { reason: 'call', maxMs: 30 * minute }
      const { id } = (await ask<Hold>('POST', '/session/holds', { as: 'ann', body })).body
      await advance(20 * minute)
      expect(await code('DELETE', `/session/holds/${id}`, { as: 'boss' })).toBe('session_idle')
      expect(await ask('DELETE', `/session/holds/${id}`, { as: 'ann' })).toMatchObject({ status: 204 })
      expect((await idle()).idleRemainingMs).toBeCloseTo(minute, -4)
      expect(await code('DELETE', '/session/holds/unknown')).toBe('not_found')
      await advance(minute + 11 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('does not change the holds of others', async () => {
      const { settled, ask, code } = await anOffice(current())
      await settled({ allowHold: true })
      const body = { reason: 'call', maxMs: 30 * minute }
      const { id } = (await ask<Hold>('POST', '/session/holds', { as: 'ann', body })).body
      expect(await code('DELETE', `/session/holds/${id}`, { as: 'ben' })).toBe('not_found')
    })

    it('is limited to sixty in an hour for a session, so that a member who asks in a loop fills no table', async () => {
      const { settled, ask, advance, report, store, company } = await anOffice(current())
      await settled({ allowHold: true })
      const hold = (as = 'ann') =>
        ask<Hold & { code?: string; retryAfter?: number }>('POST', '/session/holds', {
          as,
          body: { reason: 'call', maxMs: minute },
        })
      const codes: string[] = []
      for (let index = 0; index < 62; index++) {
        const { id, code = 'held' } = (await hold()).body
        codes.push(code)
        // Ended ones count too: each is a row and two entries in the audit log.
        if (id) await ask('DELETE', `/session/holds/${id}`, { as: 'ann' })
      }
      expect(codes).toEqual([...Array(60).fill('held'), 'rate_limited', 'rate_limited'])
      const refused = await hold()
      expect(refused.status).toBe(429)
      expect(refused.body.retryAfter).toBeGreaterThan(50 * 60)
      expect((await hold('ben')).status).toBe(201)
      const { entries } = await store.audit(company, 'ann', 200)
      expect(entries.filter(({ action }) => action === 'hold_session')).toHaveLength(60)

      for (let passed = 0; passed < 66; passed += 6) {
        await advance(6 * minute)
        await report(0)
      }
      expect((await hold()).status).toBe(201)
    })

    it('is written to the audit log with its reason', async () => {
      const { settled, ask, store, company } = await anOffice(current())
      await settled({ allowHold: true })
      const body = { reason: 'Uploading', maxMs: minute }
      await ask('POST', '/session/holds', { as: 'ann', body })
      const { entries } = await store.audit(company, 'ann', 10)
      expect(entries).toMatchObject([
        { action: 'hold_session', actor: { kind: 'user', id: 'ann' }, after: { reason: 'Uploading' } },
      ])
    })

    it.each([
      { reason: '', maxMs: minute },
      { reason: 'x'.repeat(201), maxMs: minute },
      { reason: 'call', maxMs: 0 },
      { reason: 'call', maxMs: -1 },
      { reason: 'call', maxMs: 1e12 },
      { reason: 'call' },
    ])('is refused for %j', async (body) => {
      const { settled, code } = await anOffice(current())
      await settled({ allowHold: true })
      expect(await code('POST', '/session/holds', { body })).toBe('invalid_body')
    })
  })
}
