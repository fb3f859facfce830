import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { invitationRuleOf } from '../../../backend/core/invitations/row-rule-of.ts'
import type { Freeze } from '../../../backend/core/ports/selections.ts'
import { decideStep } from '../../../backend/core/rules/decide-step.ts'
import { productPermissions } from '../../../backend/core/rules/product-permissions.ts'
import type { OpenStore } from '../store-suite.ts'
import { anIntent } from './an-intent.ts'
import { everyInvitation } from './every-invitation.ts'
import { aCompanyThatInvites } from './inviting.ts'

const minute = 60_000

/** Runs over many invitations. */
export function invitationSelectionSuite(current: () => OpenStore) {
  async function open() {
    const company = await aCompanyThatInvites(current())
    const { store, id } = company
    return {
      ...company,
      async freeze(of: Freeze['of'], kind: 'delete' | 'resend', beyond: string[] = []) {
        const frozen = await store.selections.freeze(id, {
          id: randomUUID(),
          intent: { id: randomUUID(), fingerprint: 'f' },
          resource: 'invitations',
          action: { kind },
          madeBy: 'u1',
          of,
          skips: { self: null, beyond, lastAdmin: null },
          most: 1_000,
          mostKept: 10_000,
          paramsOf: () => undefined,
        })
        if (!frozen.ok) throw new Error(frozen.code)
        return frozen.selection
      },
      async step(selectionId: string, from: number, limit = 100) {
        const turns = await store.selections.turns(id, selectionId, from, limit)
        const step = { selectionId, from }
        const written = await store.write(id, anIntent({ id: `${selectionId}.${from}`, step }), {
          userIds: [],
          invitations: { ids: turns.map(({ userId }) => userId), keys: [] },
          selectionId,
          decide: (facts) => decideStep(from, turns, { ruleOf: invitationRuleOf })(facts, productPermissions),
        })
        if (!written.ok) throw new Error(written.refused.code)
        return written.answer
      },
    }
  }

  describe('a selection of invitations', () => {
    it('freezes them in the order of the list, without the excluded, and skips what may not be given', async () => {
      const company = await open()
      const [a, b, c] = [
        await company.inviteOne('a@acme.example'),
        await company.inviteOne('b@acme.example', { roleId: 'manager' }),
        await company.inviteOne('c@acme.example'),
      ]
      const invitations = { ...everyInvitation, sort: 'email' as const, descending: false }
      const frozen = await company.freeze({ invitations, except: [c] }, 'resend', ['manager'])
      expect(frozen).toMatchObject({ resource: 'invitations', total: 2, allowed: 1 })
      expect(frozen.skipped).toEqual([{ reason: 'role_exceeds_yours', count: 1 }])
      const rows = await company.store.selections.rows(company.id, frozen.id, {
        outcome: undefined,
        offset: 0,
        limit: 10,
      })
      expect(rows.map(({ userId, email, outcome }) => [userId, email, outcome])).toEqual([
        [a, 'a@acme.example', 'allowed'],
        [b, 'b@acme.example', 'skipped'],
      ])
    })

    it('deletes each, and what someone else has deleted counts as done', async () => {
      const company = await open()
      const ids = [await company.inviteOne('a@acme.example'), await company.inviteOne('b@acme.example')]
      const frozen = await company.freeze({ ids: [...ids, 'unknown'] }, 'delete')
      expect(frozen.total).toBe(2)
      await company.delete(ids[1] ?? '')
      const { revision } = await company.store.changes(company.id)
      expect(await company.step(frozen.id, 0)).toEqual([])
      const { changes } = await company.store.changes(company.id, revision)
      expect(changes).toMatchObject([{ resource: 'invitations', ids: [ids[0]], intent: frozen.id }])
      expect((await company.list()).total).toBe(0)
      expect(await company.store.selections.find(company.id, frozen.id)).toMatchObject({
        position: 2,
        done: 2,
        failed: 0,
        undoable: 0,
      })
    })

    it('resends those that have rested; those in their cooldown fail and can be retried', async () => {
      const company = await open()
      const rested = await company.inviteOne('a@acme.example')
      await current().advance(minute)
      const fresh = await company.inviteOne('b@acme.example')
      const frozen = await company.freeze({ ids: [rested, fresh] }, 'resend')
      expect(await company.step(frozen.id, 0)).toMatchObject([
        {
          userId: fresh,
          outcome: 'failed',
          code: 'cooldown',
          reason: 'cooldown',
          params: { retryAfter: '60' },
        },
      ])
      expect(await company.find(rested)).toMatchObject({ generation: 2 })
      expect(await company.find(fresh)).toMatchObject({ generation: 1 })
      const names = await company.store.selections.names(company.id, [fresh])
      expect(names.get(fresh)).toBe('b@acme.example')
      await current().advance(minute)
      const again = await company.freeze({ failedOf: frozen.id }, 'resend')
      expect(again.total).toBe(1)
      expect(await company.step(again.id, 0)).toEqual([])
      expect(await company.find(fresh)).toMatchObject({ generation: 2 })
    })
  })
}
