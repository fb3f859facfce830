import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../backend/core/ports/write.ts'
import type { OpenStore } from '../store-suite.ts'
import { applying, demote, everything, found, hour } from './a-written-company.ts'
import { anIntent } from './an-intent.ts'

/** Intents, which are carried out once. */
export function intentSuite(current: () => OpenStore) {
  describe('an intent', () => {
    it('hands a refusal out as it was decided, and decides a repeat again', async () => {
      const { store, company } = await found(current())
      const refused: Refusal = { code: 'last_admin', reason: 'last_admin', params: { role: 'Admin' } }
      const intent = anIntent()
      expect(await store.write(company, intent, { userIds: [], decide: () => ({ refused }) })).toEqual({
        ok: false,
        refused,
      })
      const second = await store.write(company, intent, {
        userIds: ['u3'],
        decide: applying({ kind: 'set_role', userId: 'u3', roleId: 'manager' }),
      })
      expect(second).toMatchObject({ ok: true, repeated: false })
    })

    it('knows an intent that was carried out in its company', async () => {
      const { store, company } = await found(current())
      const { company: other } = await found(current())
      const intent = anIntent()
      const know = () => Promise.all([company, other].map((one) => store.knows(one, intent)))
      expect(await know()).toEqual([false, false])
      await store.write(company, intent, { userIds: [], decide: () => ({ refused: { code: 'last_admin' } }) })
      expect(await know()).toEqual([false, false])
      await store.write(company, intent, demote('u2'))
      expect(await know()).toEqual([true, false])
    })

    it('forgets an intent that is older than a day at the next one', async () => {
      const { store, company } = await found(current())
      const nothing = { userIds: [], decide: applying() }
      const [old, recent, next] = [anIntent(), anIntent(), anIntent()]
      await store.write(company, old, nothing)
      await current().advance(2 * hour)
      await store.write(company, recent, nothing)
      await current().advance(23 * hour)
      expect(await store.write(company, old, nothing)).toMatchObject({ repeated: true })
      await store.write(company, next, nothing)
      const known = [old, recent, next].map((intent) => store.knows(company, intent))
      expect(await Promise.all(known)).toEqual([false, true, true])
    })

    it('returns the first response for a repeated intent, and changes nothing', async () => {
      const { store, company } = await found(current())
      const intent = anIntent()
      const plan = {
        userIds: ['u3'],
        decide: applying({ kind: 'set_role', userId: 'u3', roleId: 'manager' }),
      }
      const first = await store.write(company, intent, plan)
      await store.write(company, anIntent(), demote('u2'))
      const before = await everything(store, company)

      const again = await store.write(company, intent, plan)
      expect(again).toEqual({ ...first, repeated: true, usersRevision: before.page.revision, lockedMs: 0 })
      expect(await everything(store, company)).toEqual(before)
    })

    it('does not tell an actor who may not write which intents are known', async () => {
      const { store, company } = await found(current())
      const known = anIntent()
      await store.write(company, known, demote('u2'))
      const other = { ...known, fingerprint: 'another request' }
      const refusing = (code: 'missing_permission' | 'session_revoked' | 'last_admin') =>
        store.write(company, other, { userIds: [], decide: () => ({ refused: { code } }) })
      for (const code of ['missing_permission', 'session_revoked'] as const)
        expect(await refusing(code)).toEqual({ ok: false, refused: { code } })
      expect(await refusing('last_admin')).toEqual({ ok: false, refused: { code: 'idempotency_mismatch' } })
    })

    it('applies an intent once that is sent many times at once', async () => {
      const { store, company } = await found(current())
      const { revision } = await store.changes(company)
      const intent = anIntent()
      const plan = {
        userIds: ['u3'],
        decide: applying({ kind: 'set_role', userId: 'u3', roleId: 'manager' }),
      }
      const written = await Promise.all(Array.from({ length: 6 }, () => store.write(company, intent, plan)))
      expect(written.filter((one) => one.ok && !one.repeated)).toHaveLength(1)
      expect((await store.changes(company)).revision).toBe(revision + 1)
    })

    it('refuses an intent that returns as another request', async () => {
      const { store, company } = await found(current())
      const intent = anIntent()
      await store.write(company, intent, demote('u2'))
      const before = await everything(store, company)
      const other = await store.write(company, { ...intent, fingerprint: 'another' }, demote('u1'))
      expect(other).toMatchObject({ ok: false, refused: { code: 'idempotency_mismatch' } })
      expect(await everything(store, company)).toEqual(before)
    })

    it('keeps the intents of companies apart', async () => {
      const [left, right] = [await found(current()), await found(current())]
      const intent = anIntent()
      await left.store.write(left.company, intent, demote('u2'))
      const there = await right.store.write(right.company, intent, demote('u2'))
      expect(there).toMatchObject({ ok: true, repeated: false })
    })
  })
}
