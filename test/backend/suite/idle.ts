import type { EndResult, Hold, Idle, IdleLogoutPolicy } from '@aicx/roster/contract'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { type Asked, absoluteLimit, aHost } from './a-host.ts'

const second = 1_000
const minute = 60 * second

/** Idle logout: what counts as activity, when a session is over, and who ends it. */
export function idleSuite(current: () => OpenStore) {
  async function anOffice() {
    const host = await aHost(current(), [{ id: 'boss', roleId: 'admin' }, { id: 'ann' }, { id: 'ben' }])
    const { ask, company, store } = host
    const { advance } = current()
    const policy = async (asked?: Asked) => (await ask<IdleLogoutPolicy>('GET', '/idle-logout', asked)).body

    /** Replaces the policy as the boss, who stays active. */
    async function save(settings: Partial<IdleLogoutPolicy>) {
      const { enabled, timeoutMinutes, allowHold, rev } = await policy()
      const body = { enabled, timeoutMinutes, allowHold, ...settings }
      return ask<IdleLogoutPolicy>('PUT', '/idle-logout', { body, version: rev })
    }
    const report = (ageMs: unknown, as = 'ann') =>
      ask<Idle>('POST', '/session/activity', { as, body: { ageMs } })

    /** Moves the clock while the boss works, so that they can change the policy. */
    async function pass(ms: number) {
      for (let left = ms; left > 0; left -= 5 * minute) {
        await advance(Math.min(left, 5 * minute))
        await report(0, 'boss')
      }
    }
    /** Enabled for so long that the notice of the change is over. Ann is active at its end. */
    async function settled(settings: Partial<IdleLogoutPolicy>) {
      await ask('GET', '/session', { as: 'ann' })
      await save({ enabled: true, timeoutMinutes: 10, ...settings })
      await pass(4 * minute)
      await report(0)
    }
    const code = async (method: string, path: string, asked: Asked = {}) =>
      (await ask<{ code?: string }>(method, path, { as: 'ann', ...asked })).body.code ?? 'allowed'
    const ends = async (userId = 'ann') =>
      (await store.audit(company, userId, 200)).entries.filter(({ action }) => action === 'end_session')

    return {
      ...host,
      advance,
      policy,
      save,
      report,
      pass,
      settled,
      code,
      ends,
      idle: async (as = 'ann') => (await ask<Idle>('GET', '/session/idle', { as })).body,
      activityAt: async () => {
        const { body } = await ask<Idle>('GET', '/session/idle', { as: 'ann' })
        return (await store.now()).getTime() + (body.idleRemainingMs ?? Number.NaN)
      },
    }
  }

  describe('idle logout', () => {
    it('is off at first, and ends nobody', async () => {
      const { policy, code, idle, advance } = await anOffice()
      expect(await policy()).toMatchObject({ enabled: false, timeoutMinutes: 15, allowHold: false, rev: '0' })
      expect(await idle()).toMatchObject({ timeoutMs: null, idleRemainingMs: null, policyRev: '0' })
      await advance(3 * 60 * minute)
      expect(await code('GET', '/session')).toBe('allowed')
    })

    it('tells a session how much time it has, in durations alone', async () => {
      const { settled, ask, advance } = await anOffice()
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
      const { settled, code, advance, ends } = await anOffice()
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
      const { settled, code, advance } = await anOffice()
      await settled({})
      await advance(10 * minute + 5 * second)
      expect(await code('GET', '/session')).toBe('allowed')
      await advance(6 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('refresh-does-not-extend: neither reading the session again nor writing counts as activity', async () => {
      const { settled, code, ask, advance } = await anOffice()
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
      const { settled, report, code, advance } = await anOffice()
      await settled({})
      await advance(9 * minute)
      const { body } = await report(4 * minute)
      expect(body.idleRemainingMs).toBeCloseTo(6 * minute, -4)
      await advance(6 * minute + 11 * second)
      expect(await code('GET', '/session')).toBe('session_idle')
    })

    it('age-older-ignored: an older activity moves nothing back', async () => {
      const { settled, report, advance } = await anOffice()
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
        const { settled, report, activityAt, advance } = await anOffice()
        await settled({})
        await advance(5 * minute)
        const before = await activityAt()
        expect(await report(ageMs)).toMatchObject({ status: 400, body: { code: 'invalid_body' } })
        expect(await activityAt()).toBeCloseTo(before, -4)
      },
    )

    it('takes the age of activity from any request, before it asks for permission', async () => {
      const { settled, ask, advance, idle } = await anOffice()
      await settled({})
      await advance(5 * minute)
      const carried = await ask('GET', '/users', { as: 'ann', headers: { 'X-Activity-Age': '60000' } })
      expect(carried.status).toBe(403)
      expect((await idle()).idleRemainingMs).toBeCloseTo(9 * minute, -4)
    })

    it.each(['-1', '', ' ', '1e3', '0x10', '1.5', 'now', '99999999999999', '1, 2'])(
      'takes no activity from the header %j, and does what the request asks for',
      async (age) => {
        const { settled, ask, advance, idle } = await anOffice()
        await settled({})
        await advance(5 * minute)
        const { status } = await ask('GET', '/session', { as: 'ann', headers: { 'X-Activity-Age': age } })
        expect(status).toBe(200)
        expect((await idle()).idleRemainingMs).toBeCloseTo(5 * minute, -4)
      },
    )

    it('late heartbeats on a session that is over all fail, with one audit entry', async () => {
      const { settled, report, ask, advance, ends } = await anOffice()
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
      const { report, save, pass, code } = await anOffice()
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
      const { settled, save, pass, code, idle } = await anOffice()
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

    it('a person who stays within the notice goes on', async () => {
      const { settled, save, pass, report, code } = await anOffice()
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
        const { settled, save, pass, code, ends } = await anOffice()
        await settled({})
        await pass(11 * minute)
        await save(settings)
        expect(await code('GET', '/session')).toBe('session_idle')
        expect(await ends()).toHaveLength(1)
      }
    })

    it('the absolute limit ends a session whatever its activity', async () => {
      const { report, advance, code } = await anOffice()
      await code('GET', '/session')
      await advance(absoluteLimit - minute)
      expect((await report(0)).body.absoluteRemainingMs).toBeCloseTo(minute, -4)
      await advance(minute)
      expect(await report(0)).toMatchObject({ status: 401, body: { code: 'session_expired' } })
      expect(await code('GET', '/session')).toBe('session_expired')
    })

    it('ends by the page a second early at most, and not after later activity', async () => {
      const { settled, report, ask, advance, code, ends } = await anOffice()
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
      const { ask, code, ends } = await anOffice()
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

    it('an idle session that signs in again gets a new one, also if nobody has touched the old one since', async () => {
      const { settled, store, company, code, advance, ends } = await anOffice()
      await settled({})
      await advance(20 * minute)
      const { accountId = '' } = (await store.user(company, 'ann')) ?? {}
      const now = await store.now()
      const expiresAt = new Date(now.getTime() + absoluteLimit)
      await store.reopen(company, { id: `s-${accountId}`, accountId, authenticatedAt: now, expiresAt })
      expect(await code('GET', '/session')).toBe('allowed')
      expect(await ends()).toHaveLength(1)
    })

    it('follows activity in what a list shows as last active', async () => {
      const { report, user, advance, code, store } = await anOffice()
      await code('GET', '/session')
      const opened = (await user('ann'))?.lastActiveAt
      await advance(10 * minute)
      await code('GET', '/session')
      expect((await user('ann'))?.lastActiveAt).toEqual(opened)
      await report(2 * minute)
      const { lastActiveAt } = (await user('ann')) ?? {}
      expect(lastActiveAt?.getTime()).toBeCloseTo((await store.now()).getTime() - 2 * minute, -4)
    })
  })

  describe('the policy for idle logout', () => {
    it('is changed by the latest revision alone, once for an intent, with an event and an audit entry', async () => {
      const { ask, send, policy, store, company, code } = await anOffice()
      const body = { enabled: true, timeoutMinutes: 30, allowHold: true }
      const key = 'intent-1'
      const { revision } = await store.changes(company)
      const saved = await send('PUT', '/idle-logout', { body, version: '0', key })
      expect(await saved.json()).toMatchObject({
        ...body,
        warnMs: 2 * minute,
        rev: '1',
        updatedBy: { id: 'boss', name: 'boss' },
      })
      expect(saved.headers.get('Roster-Idle-Policy')).toBe('1')
      expect(saved.headers.get('ETag')).toBe('"1"')
      const again = await ask<IdleLogoutPolicy>('PUT', '/idle-logout', { body, version: '0', key })
      expect(again.body.rev).toBe('1')

      const outdated = { ...body, timeoutMinutes: 15 }
      expect(await code('PUT', '/idle-logout', { as: 'boss', body: outdated, version: '0' })).toBe(
        'version_mismatch',
      )
      expect(await code('PUT', '/idle-logout', { as: 'boss', body: outdated })).toBe('version_required')
      expect(await policy()).toMatchObject({ ...body, rev: '1' })

      const { changes } = await store.changes(company, revision)
      expect(changes).toMatchObject([{ resource: 'idle_logout', ids: [], intent: key }])
    })

    it.each([20, 0, -10, 10.5, 1e9, '15', null, true, [10], {}])(
      'refuses a timeout of %j',
      async (timeoutMinutes) => {
        const { ask, policy } = await anOffice()
        const body = { enabled: true, timeoutMinutes, allowHold: false }
        const refused = await ask('PUT', '/idle-logout', { body, version: '0' })
        expect(refused).toMatchObject({ status: 422, body: { code: 'timeout_not_allowed' } })
        expect(await policy()).toMatchObject({ enabled: false, rev: '0' })
      },
    )

    it('is for those who manage users, while the own idle logout is for everybody', async () => {
      const { code } = await anOffice()
      const body = { enabled: false, timeoutMinutes: 10, allowHold: false }
      expect(await code('GET', '/idle-logout')).toBe('missing_permission')
      expect(await code('PUT', '/idle-logout', { body, version: '0' })).toBe('missing_permission')
      expect(await code('GET', '/session/idle')).toBe('allowed')
    })

    it('is named by each response, refusals included, so that everybody notices a change', async () => {
      const { send, save } = await anOffice()
      const rev = async (path: string) =>
        (await send('GET', path, { as: 'ann' })).headers.get('Roster-Idle-Policy')
      expect(await rev('/session')).toBe('0')
      await save({ enabled: true })
      for (const path of ['/session', '/users', '/session/idle']) expect(await rev(path)).toBe('1')
    })

    it('counts the sessions that are open, that have reported activity, and that would be warned', async () => {
      const { policy, report, ask, pass, code } = await anOffice()
      for (const as of ['ann', 'ben']) await code('GET', '/session', { as })
      expect((await policy()).sessions).toEqual({ open: 3, reporting: 0, idleOver: { 10: 0, 15: 0, 30: 0 } })
      await report(0)
      await pass(12 * minute)
      await ask('POST', '/session/end', { as: 'ben', body: { reason: 'signed_out' } })
      expect((await policy()).sessions).toEqual({ open: 2, reporting: 2, idleOver: { 10: 1, 15: 0, 30: 0 } })
    })
  })

  describe('a hold', () => {
    it('hold-cap: postpones the logout for an hour at most since the last activity, and a warning beyond', async () => {
      const { settled, ask, advance, code, idle } = await anOffice()
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
      const { settled, code, advance, save } = await anOffice()
      await settled({})
      const body = { reason: 'call', maxMs: minute }
      expect(await code('POST', '/session/holds', { body })).toBe('hold_not_allowed')
      await save({ allowHold: true })
      expect(await code('POST', '/session/holds', { body })).toBe('allowed')
      await advance(30 * minute)
      expect(await code('POST', '/session/holds', { body })).toBe('session_idle')
    })

    it('ends early, and leaves the warning', async () => {
      const { settled, ask, advance, code, idle } = await anOffice()
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

    it('leaves the others’ holds alone', async () => {
      const { settled, ask, code } = await anOffice()
      await settled({ allowHold: true })
      const body = { reason: 'call', maxMs: 30 * minute }
      const { id } = (await ask<Hold>('POST', '/session/holds', { as: 'ann', body })).body
      expect(await code('DELETE', `/session/holds/${id}`, { as: 'ben' })).toBe('not_found')
    })

    it('is written to the audit log with its reason', async () => {
      const { settled, ask, store, company } = await anOffice()
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
      const { settled, code } = await anOffice()
      await settled({ allowHold: true })
      expect(await code('POST', '/session/holds', { body })).toBe('invalid_body')
    })
  })
}
