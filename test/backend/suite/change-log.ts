import { describe, expect, it } from 'vitest'
import type { Change } from '../../../backend/core/ports/write.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { anIntent } from './an-intent.ts'

const hour = 3_600_000

/** The change log, kept for a day, and the audit log, kept. */
export function changeLogSuite(current: () => OpenStore) {
  const openCompany = async () => {
    const newCompany = aCompany([{ id: 'u1', roleId: 'admin' }, { id: 'u2' }])
    await current().store.createCompany(newCompany)
    const { store } = current()
    const company = newCompany.company.id
    const change = (roleId: string) =>
      store.write(company, anIntent(), {
        userIds: ['u2'],
        decide: () => ({
          changes: [{ kind: 'set_role', userId: 'u2', roleId }],
          audit: [{ action: 'set_role', targetId: 'u2', after: { roleId } }],
          answer: null,
        }),
      })
    return { store, company, change, start: (await store.changes(company)).revision }
  }

  describe('change log', () => {
    it('returns only the latest revision if no start is given', async () => {
      const { store, company, change, start } = await openCompany()
      await change('manager')
      expect(await store.changes(company)).toEqual({ changes: [], revision: start + 1, gap: false })
    })

    it('returns the changes after a revision, oldest first', async () => {
      const { store, company, change, start } = await openCompany()
      for (const roleId of ['manager', 'agent', 'manager']) await change(roleId)
      const { changes, revision, gap } = await store.changes(company, start + 1)
      expect(changes.map((change) => change.revision)).toEqual([start + 2, start + 3])
      expect([revision, gap]).toEqual([start + 3, false])
      expect(await store.changes(company, start + 3)).toEqual({
        changes: [],
        revision: start + 3,
        gap: false,
      })
    })

    it('cuts a long log between two revisions, never inside of one', async () => {
      const { store, company, start } = await openCompany()
      const both: Change[] = [
        { kind: 'set_role', userId: 'u2', roleId: 'manager' },
        { kind: 'end_sessions', userId: 'u2', reason: 'revoked' },
      ]
      for (let index = 0; index <= 250; index++)
        await store.write(company, anIntent(), {
          userIds: ['u2'],
          decide: () => ({ changes: index === 0 ? both.slice(1) : both, audit: [], answer: null }),
        })
      const { changes } = await store.changes(company, start)
      expect([changes.length, changes.at(-1)?.revision]).toEqual([499, start + 250])
    })

    it('reports a gap once the log is a day old, except to a reader who has read it', async () => {
      const { store, company, change, start } = await openCompany()
      await change('manager')
      await current().advance(25 * hour)
      expect((await store.changes(company, start)).gap).toBe(true)
      expect((await store.changes(company, start + 1)).gap).toBe(false)
      await change('agent')
      expect((await store.changes(company, start)).gap).toBe(true)
      expect(await store.changes(company, start + 1)).toMatchObject({
        changes: [{ revision: start + 2 }],
        gap: false,
      })
    })

    it('reports a gap to a reader who is ahead of it', async () => {
      const { store, company, start } = await openCompany()
      expect((await store.changes(company, start + 7)).gap).toBe(true)
    })

    it('keeps the audit past the change log, newest first, as many as requested', async () => {
      const { store, company, change } = await openCompany()
      await change('manager')
      await current().advance(25 * hour)
      await change('agent')
      await change('manager')
      const { entries } = await store.audit(company, 'u2', 10)
      expect(entries.map(({ after }) => after)).toEqual(
        ['manager', 'agent', 'manager'].map((roleId) => ({ roleId })),
      )
      expect((await store.audit(company, 'u2', 2)).entries).toEqual(entries.slice(0, 2))
      expect(await store.audit(company, 'u1', 10)).toEqual({ isMember: true, entries: [] })
    })
  })
}
