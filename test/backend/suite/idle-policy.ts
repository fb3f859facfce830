import type { IdleLogoutPolicy } from '@aicx/roster/contract'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { anOffice, minute } from './an-office.ts'

/** The policy for idle logout, and who may change it. */
export function idlePolicySuite(current: () => OpenStore) {
  describe('the policy for idle logout', () => {
    it('is only changed by the latest revision, once for an intent, with an event and an audit entry', async () => {
      const { ask, send, policy, store, company, code } = await anOffice(current())
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

    it('keeps its revision and sends no event when it is saved unchanged, and not when one setting changes', async () => {
      const { save, store, company } = await anOffice(current())
      await save({ enabled: true, timeoutMinutes: 30, allowHold: true })
      const { revision } = await store.changes(company)
      const saved = await save({})
      expect(saved).toMatchObject({ status: 200, body: { rev: '1' } })
      expect((await store.changes(company, revision)).changes).toEqual([])
      for (const [index, settings] of (
        [{ enabled: false }, { timeoutMinutes: 15 }, { allowHold: false }] as const
      ).entries())
        expect((await save(settings)).body.rev).toBe(String(index + 2))
    })

    it.each([20, 0, -10, 10.5, 1e9, '15', null, true, [10], {}])(
      'refuses a timeout of %j',
      async (timeoutMinutes) => {
        const { ask, policy } = await anOffice(current())
        const body = { enabled: true, timeoutMinutes, allowHold: false }
        const refused = await ask('PUT', '/idle-logout', { body, version: '0' })
        expect(refused).toMatchObject({ status: 422, body: { code: 'timeout_not_allowed' } })
        expect(await policy()).toMatchObject({ enabled: false, rev: '0' })
      },
    )

    it('is for those who manage users, while the own idle logout is for everybody', async () => {
      const { code } = await anOffice(current())
      const body = { enabled: false, timeoutMinutes: 10, allowHold: false }
      expect(await code('GET', '/idle-logout')).toBe('missing_permission')
      expect(await code('PUT', '/idle-logout', { body, version: '0' })).toBe('missing_permission')
      expect(await code('GET', '/session/idle')).toBe('allowed')
    })

    it('is named by each response, refusals included, so that everybody notices a change', async () => {
      const { send, save } = await anOffice(current())
      const rev = async (path: string) =>
        (await send('GET', path, { as: 'ann' })).headers.get('Roster-Idle-Policy')
      expect(await rev('/session')).toBe('0')
      await save({ enabled: true })
      for (const path of ['/session', '/users', '/session/idle']) expect(await rev(path)).toBe('1')
    })

    it('counts the sessions that are open, that have reported activity, and that would be warned', async () => {
      const { policy, report, ask, pass, code } = await anOffice(current())
      for (const as of ['ann', 'ben']) await code('GET', '/session', { as })
      expect((await policy()).sessions).toEqual({ open: 3, reporting: 0, idleOver: { 10: 0, 15: 0, 30: 0 } })
      await report(0)
      await pass(12 * minute)
      await ask('POST', '/session/end', { as: 'ben', body: { reason: 'signed_out' } })
      expect((await policy()).sessions).toEqual({ open: 2, reporting: 2, idleOver: { 10: 1, 15: 0, 30: 0 } })
    })
  })
}
