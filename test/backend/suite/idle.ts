import type { EndResult, Idle } from '@aicx/roster/contract'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { absoluteLimit } from './a-host.ts'
import { anOffice, minute, second } from './an-office.ts'

/** Idle logout: what counts as activity, when a session is over, and who ends it. */
export function idleSuite(current: () => OpenStore) {
  describe('idle logout', () => {
    it('is off at first, and ends nobody', async () => {
      const { policy, code, idle, advance } = await anOffice(current())
      expect(await policy()).toMatchObject({ enabled: false, timeoutMinutes: 15, allowHold: false, rev: '0' })
      expect(await idle()).toMatchObject({ timeoutMs: null, idleRemainingMs: null, policyRev: '0' })
      await advance(3 * 60 * minute)
      expect(await code('GET', '/session')).toBe('allowed')
    })

    it('returns how much time a session has, only in durations', async () => {
      const { settled, ask, advance } = await anOffice(current())
      await settled({ timeoutMinutes: 15, allowHold: true })
      await advance(5 * minute)
      const { body } = await ask<{ idle: Idle }>('GET', '/session', { as: 'ann' })
      expect(body.idle).toEqual({
        timeoutMs: 15 * minute,
        warnMs: 2 * minute,
        idleRemainingMs: expect.closeTo(10 * minute, -4),
        absoluteRemainingMs: expect.closeTo(absoluteLimit - 9 * minute, -5),
        allowHold: true,
        policyRev: '1',
      })
    })

    it('poll-does-not-extend: polling for the timeout and ten seconds ends in session_idle, with one audit entry', async () => {
      const { settled, code, advance, ends } = await anOffice(current())
      await settled({})
      const polls: string[] = []
      for (const path of ['/session', '/companies', '/session/idle', '/session']) {
        await advance(2.5 * minute - second)
        polls.push(await code('GET', path))
      }
      expect(polls).toEqual(Array(4).fill('allowed'))
      await advance(15 * second)
      const late = await Promise.all(Array.from({ length: 5 }, () => code('GET', '/session')))
      expect(late).toEqual(Array(5).fill('session_idle'))
      expect(await ends()).toMatchObject([{ actor: { kind: 'system' }, after: { reason: 'idle' } }])
    })

    it('refuses ten seconds after the timeout, so that the last calls of a page still arrive', async () => {
      const { settled, code, advance } = await anOffice(current())
      await settled({})
      await advance(10 * minute + 5 * second)
      expect(await code('GET', '/session')).toBe('allowed')
      await advance(6 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('refresh-does-not-extend: neither reading the session again nor writing counts as activity', async () => {
      const { settled, code, ask, advance } = await anOffice(current())
      await settled({})
      await ask('POST', '/session/holds', { as: 'ann', body: { reason: 'call', maxMs: minute } })
      for (let minutes = 0; minutes < 10; minutes++) {
        await advance(minute)
        await code('GET', '/session', { headers: { 'Roster-Refresh': 'true' } })
        await code('POST', '/session/end', { body: { reason: 'idle' } })
      }
      await advance(11 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('age-not-now: activity counts from when it was, not from when it is reported', async () => {
      const { settled, report, code, advance } = await anOffice(current())
      await settled({})
      await advance(9 * minute)
      const { body } = await report(4 * minute)
      expect(body.idleRemainingMs).toBeCloseTo(6 * minute, -4)
      await advance(6 * minute + 11 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('age-older-ignored: an older activity moves nothing back', async () => {
      const { settled, report, advance } = await anOffice(current())
      await settled({})
      await advance(minute)
      for (const age of [5 * minute, 24 * 60 * minute]) {
        const { status, body } = await report(age)
        expect(status).toBe(200)
        expect(body.idleRemainingMs).toBeCloseTo(9 * minute, -4)
      }
    })

    it.each([-1, -60_000, 1e15, 2.5, '0', null, true, [0], {}, 31 * 24 * 60 * minute])(
      'age-future-rejected: an age of %j is refused, and moves nothing',
      async (ageMs) => {
        const { settled, report, activityAt, advance } = await anOffice(current())
        await settled({})
        await advance(5 * minute)
        const before = await activityAt()
        expect(await report(ageMs)).toMatchObject({ status: 400, body: { code: 'invalid_body' } })
        expect(await activityAt()).toBeCloseTo(before, -4)
      },
    )

    it('takes the age of activity from any request, before it asks for permission', async () => {
      const { settled, ask, advance, idle } = await anOffice(current())
      await settled({})
      await advance(5 * minute)
      const carried = await ask('GET', '/users', { as: 'ann', headers: { 'X-Activity-Age': '60000' } })
      expect(carried.status).toBe(403)
      expect((await idle()).idleRemainingMs).toBeCloseTo(9 * minute, -4)
    })

    it.each(['-1', '', ' ', '1e3', '0x10', '1.5', 'now', '99999999999999', '1, 2'])(
      'takes no activity from the header %j, and does what the request asks for',
      async (age) => {
        const { settled, ask, advance, idle } = await anOffice(current())
        await settled({})
        await advance(5 * minute)
        const { status } = await ask('GET', '/session', { as: 'ann', headers: { 'X-Activity-Age': age } })
        expect(status).toBe(200)
        expect((await idle()).idleRemainingMs).toBeCloseTo(5 * minute, -4)
      },
    )

    it('late heartbeats on a session that is over all fail, with one audit entry', async () => {
      const { settled, report, ask, advance, ends } = await anOffice(current())
      await settled({})
      await advance(10 * minute + 11 * second)
      const carried = { as: 'ann', headers: { 'X-Activity-Age': '0' } }
      const late = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          index % 2 ? report(0) : ask<{ code: string }>('GET', '/session', carried),
        ),
      )
      expect(late.map(({ body }) => body)).toEqual(
        Array(20).fill(expect.objectContaining({ code: 'session_idle' })),
      )
      expect(await ends()).toHaveLength(1)
    })

    it('keeps activity while the policy is off', async () => {
      const { report, save, pass, code } = await anOffice(current())
      await code('GET', '/session')
      await pass(20 * minute)
      await report(0)
      await save({ enabled: true, timeoutMinutes: 10 })
      await pass(9 * minute)
      expect(await code('GET', '/session')).toBe('allowed')
      await pass(2 * minute)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('policy-shortened-live: nobody is refused before the warning and a minute have passed', async () => {
      const { settled, save, pass, code, idle } = await anOffice(current())
      await settled({ timeoutMinutes: 30 })
      await pass(20 * minute)
      const { body } = await save({ timeoutMinutes: 10 })
      expect(body).toMatchObject({ rev: '2', sessions: { open: 2, idleOver: { 10: 1, 15: 1, 30: 0 } } })
      expect((await idle()).idleRemainingMs).toBeGreaterThanOrEqual(minute)
      // A change of the holds alone gives no more time.
      await pass(minute)
      await save({ allowHold: true })
      await pass(minute - 5 * second)
      expect(await code('GET', '/session')).toBe('allowed')
      await pass(6 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('enabling the policy, at any timeout, gives notice to those who are idle already', async () => {
      const { save, pass, code, idle } = await anOffice(current())
      await code('GET', '/session')
      await pass(40 * minute)
      const { body } = await save({ enabled: true, timeoutMinutes: 30 })
      expect(body.sessions).toMatchObject({ idleOver: { 30: 1 } })
      expect((await idle()).idleRemainingMs).toBeGreaterThanOrEqual(minute)
      await pass(minute)
      expect(await code('GET', '/session')).toBe('allowed')
    })

    it('a person who stays within the notice goes on', async () => {
      const { settled, save, pass, report, code } = await anOffice(current())
      await settled({ timeoutMinutes: 30 })
      await pass(20 * minute)
      await save({ timeoutMinutes: 10 })
      await pass(minute)
      expect((await report(0)).body.idleRemainingMs).toBeCloseTo(10 * minute, -4)
      await pass(9 * minute)
      expect(await code('GET', '/session')).toBe('allowed')
    })

    it('a longer policy, or none, revives nobody who was idle already', async () => {
      for (const settings of [{ timeoutMinutes: 30 as const }, { enabled: false }]) {
        const { settled, save, pass, code, ends } = await anOffice(current())
        await settled({})
        await pass(11 * minute)
        await save(settings)
        expect(await code('GET', '/session')).toBe('session_idle')
        expect(await ends()).toHaveLength(1)
      }
    })

    it('a changed policy leaves an earlier end of a session as it was', async () => {
      const { settled, save, pass, ask, code, ends } = await anOffice(current())
      await settled({})
      await ask('POST', '/session/end', { as: 'ann', body: { reason: 'signed_out' } })
      await pass(11 * minute)
      await save({ timeoutMinutes: 30 })
      expect(await code('GET', '/session')).toBe('signed_out')
      expect(await ends()).toMatchObject([{ after: { reason: 'signed_out' } }])
    })

    it('the absolute limit ends a session whatever its activity', async () => {
      const { report, advance, code } = await anOffice(current())
      await code('GET', '/session')
      await advance(absoluteLimit - minute)
      expect((await report(0)).body.absoluteRemainingMs).toBeCloseTo(minute, -4)
      await advance(minute)
      expect(await report(0)).toMatchObject({ status: 401, body: { code: 'session_expired' } })
      expect(await code('GET', '/session')).toBe('session_expired')
    })

    it('ends by the page a second early at most, and not after later activity', async () => {
      const { settled, report, ask, advance, code, ends } = await anOffice(current())
      await settled({})
      const end = () => ask<EndResult>('POST', '/session/end', { as: 'ann', body: { reason: 'idle' } })
      await advance(9 * minute)
      await report(0)
      await advance(9 * minute + 50 * second)
      const refused = await end()
      expect(refused.body).toMatchObject({ ended: false, idle: { timeoutMs: 10 * minute } })
      expect(refused.body.idle?.idleRemainingMs).toBeCloseTo(10 * second, -4)
      await advance(10 * second)
      const ended = await Promise.all([end(), end(), end()])
      expect(ended.filter(({ body }) => body.ended)).not.toEqual([])
      for (const { status, body } of ended) expect(status === 401 || body.ended).toBe(true)
      expect(await code('GET', '/session')).toBe('session_idle')
      expect(await ends()).toMatchObject([{ actor: { kind: 'user', id: 'ann' } }])
    })

    it('signs out of this session at once, and of no other', async () => {
      const { ask, code, ends } = await anOffice(current())
      await code('GET', '/session', { as: 'ben' })
      const { body } = await ask<EndResult>('POST', '/session/end', {
        as: 'ann',
        body: { reason: 'signed_out' },
      })
      expect(body).toEqual({ ended: true })
      expect(await code('GET', '/session')).toBe('signed_out')
      expect(await code('GET', '/session', { as: 'ben' })).toBe('allowed')
      expect(await ends()).toMatchObject([{ after: { reason: 'signed_out' } }])
      expect(await code('POST', '/session/end', { as: 'ben', body: { reason: 'bored' } })).toBe(
        'invalid_body',
      )
    })

    it('a late call that names the session before ends no session that was signed in to since', async () => {
      const { ask, code, ends } = await anOffice(current())
      const keyOf = async (as: string) =>
        (await ask<{ sessionKey: string }>('GET', '/session', { as })).body.sessionKey
      const end = (sessionKey: string) =>
        ask<EndResult>('POST', '/session/end', { as: 'ann', body: { reason: 'signed_out', sessionKey } })
      expect((await end(await keyOf('ben'))).body).toEqual({ ended: true })
      expect(await code('GET', '/session')).toBe('allowed')
      expect(await ends()).toEqual([])
      await end(await keyOf('ann'))
      expect(await code('GET', '/session')).toBe('signed_out')
    })

    it('an idle session that signs in again gets a new one, also if nobody has touched the old one since', async () => {
      const { settled, store, company, code, advance, ends } = await anOffice(current())
      await settled({})
      await advance(20 * minute)
      const { accountId = '' } = (await store.user(company, 'ann')) ?? {}
      const now = await store.now()
      const expiresAt = new Date(now.getTime() + absoluteLimit)
      await store.reopen(company, { id: `s-${accountId}`, accountId, authenticatedAt: now, expiresAt })
      expect(await code('GET', '/session')).toBe('allowed')
      expect(await ends()).toHaveLength(1)
    })

    it('follows activity in what a list shows as last active, for this user of this company only', async () => {
      const [office, other] = [await anOffice(current()), await anOffice(current())]
      const { report, user, advance, code, store } = office
      for (const as of ['ann', 'ben']) await code('GET', '/session', { as })
      await other.code('GET', '/session')
      const others = async () => [(await user('ben'))?.lastActiveAt, (await other.user('ann'))?.lastActiveAt]
      const before = await others()
      const opened = (await user('ann'))?.lastActiveAt
      await advance(10 * minute)
      await code('GET', '/session')
      expect((await user('ann'))?.lastActiveAt).toEqual(opened)
      await report(2 * minute)
      const { lastActiveAt } = (await user('ann')) ?? {}
      expect(lastActiveAt?.getTime()).toBeCloseTo((await store.now()).getTime() - 2 * minute, -4)
      expect(await others()).toEqual(before)
    })
  })
}
