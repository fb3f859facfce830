import type { Chunk, FrozenSelection } from '@aicx/roster/contract'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'
import { everyInvitation } from './every-invitation.ts'
import { people, remove, undo } from './run-people.ts'

const withInvitations = { ...remove, deleteInvitations: true }

/** Deleting users together with the pending invitations that they sent (V29). */
export function deletingInvitersSuite(current: () => OpenStore) {
  async function open() {
    const host = await aHost(current(), people)
    const { ask, store, company } = host
    const invite = async (as: string, email: string): Promise<string> => {
      const { body } = await ask<{ results: { invitation: { id: string } }[] }>('POST', '/invitations', {
        as,
        body: { emails: [email] },
      })
      return body.results[0]?.invitation.id ?? ''
    }
    return {
      ...host,
      invite,
      ends: async (...ids: string[]) => {
        const found = await store.invitations.find(company, ids)
        return ids.map((id) => found.get(id)?.end?.as ?? null)
      },
      queued: async () => (await store.invitations.settings(company)).queued,
      first: (id: string, key = `${id}.0`) =>
        ask<Chunk & { code: string }>('POST', `/selections/${id}/chunks`, {
          key,
          body: { from: 0, deleteInvitations: true },
        }),
    }
  }

  describe('deleting users who sent invitations', () => {
    it('reports how many are pending, which stay valid unless they are deleted too', async () => {
      const { ask, create, run, invite, ends } = await open()
      const [ended, id] = [await invite('deputy', 'a@acme.example'), await invite('deputy', 'b@acme.example')]
      await ask('DELETE', `/invitations/${ended}`)
      const { body: frozen } = await create({ ids: ['deputy', 'ada'] }, remove)
      expect(frozen.impact).toContainEqual({ kind: 'pending_invitations', count: 1, deletable: true })
      await run({ ids: ['deputy'] }, remove)
      expect(await ends(ended, id)).toEqual(['deleted', null])
    })

    it('deletes these too in the same write, if the first step asks for it', async () => {
      const { create, first, invite, ends, queued, store, company } = await open()
      const ids = [await invite('deputy', 'a@acme.example'), await invite('deputy', 'b@acme.example')]
      const other = await invite('boss', 'c@acme.example')
      const { body: frozen } = await create({ ids: ['deputy', 'ada'] }, remove)
      const { revision } = await store.changes(company)
      const step = await first(frozen.id)
      expect(step.body.selection).toMatchObject({ state: 'done', done: 2, action: withInvitations })
      expect(await ends(...ids, other)).toEqual(['deleted', 'deleted', null])
      expect(await queued()).toBe(1)
      const { changes, revision: after } = await store.changes(company, revision)
      expect(after).toBe(revision + 1)
      expect(changes.find(({ resource }) => resource === 'invitations')).toMatchObject({
        ids: expect.arrayContaining(ids),
        intent: frozen.id,
      })
      for (const id of ids)
        expect((await store.invitations.audit(company, id, 1))?.[0]).toMatchObject({
          action: 'invitation_deleted',
          actorName: 'boss',
          intent: frozen.id,
        })
      expect((await first(frozen.id)).body).toMatchObject({ selection: { done: 2 } })
    })

    it('keeps the invitations of a user who is not deleted', async () => {
      const { ask, create, first, invite, ends, user } = await open()
      const kept = await invite('manager', 'a@acme.example')
      const { body: frozen } = await create({ ids: ['manager', 'ada'] }, remove)
      await ask('PUT', '/users/manager/role', {
        body: { roleId: 'agent' },
        version: (await user('manager'))?.version,
      })
      const { body } = await first(frozen.id)
      expect(body.failed).toMatchObject([{ id: 'manager', code: 'changed_since' }])
      expect(await ends(kept)).toEqual([null])
    })

    it('continues with it in later steps, which no longer ask for it', async () => {
      const many = Array.from({ length: 150 }, (_, index) => ({ id: `m-${index}`, roleId: 'manager' }))
      const host = await aHost(current(), [...people, ...many])
      const { ask, create, chunk, store, company } = host
      await ask('POST', '/invitations', { as: 'm-149', body: { emails: ['last@acme.example'] } })
      const { body: frozen } = await create({ ids: many.map(({ id }) => id) }, remove)
      const key = `${frozen.id}.0`
      const first = await ask<Chunk>('POST', `/selections/${frozen.id}/chunks`, {
        key,
        body: { from: 0, deleteInvitations: true },
      })
      for (let at = first.body.selection.position; at < 150; )
        at = (await chunk(frozen.id, at)).body.selection.position
      expect((await store.invitations.list(company, everyInvitation)).total).toBe(0)
    })

    it('frees their seats', async () => {
      const { create, first, invite, store, company } = await open()
      await invite('deputy', 'a@acme.example')
      await store.invitations.setSeats(company, 10)
      const { body: frozen } = await create({ ids: ['deputy'] }, remove)
      await first(frozen.id)
      expect((await store.invitations.settings(company)).seats).toEqual({ used: 5, pending: 0, total: 10 })
    })

    it('is not undone with the deletion: the users come back, their invitations do not (I4)', async () => {
      const { create, first, run, invite, ends, members } = await open()
      const id = await invite('deputy', 'a@acme.example')
      const { body: frozen } = await create({ ids: ['deputy'] }, remove)
      await first(frozen.id)
      await run({ undoOf: frozen.id }, undo)
      expect(await members()).toContain('deputy')
      expect(await ends(id)).toEqual(['deleted'])
    })

    it('can be requested at the freeze, but not for invitations, another action or a later step', async () => {
      const { ask, create, chunk, run, invite, ends } = await open()
      const id = await invite('deputy', 'a@acme.example')
      const { body: wrong } = await create(
        { ids: ['ada'] },
        { kind: 'changeTeams', add: ['night'], remove: [] },
      )
      const refused = (selection: FrozenSelection, from = 0) =>
        ask<{ code: string }>('POST', `/selections/${selection.id}/chunks`, {
          key: `${selection.id}.${from}`,
          body: { from, deleteInvitations: true },
        })
      expect((await refused(wrong)).body.code).toBe('invalid_body')
      const later = (await create({ ids: ['ada', 'ben'] }, remove)).body
      expect((await refused(later, 1)).body.code).toBe('invalid_body')
      expect((await chunk(later.id, 0)).status).toBe(200)
      const request = { resource: 'invitations', of: { ids: [id] }, action: withInvitations }
      expect((await ask<{ code: string }>('POST', '/selections', { body: request })).body.code).toBe(
        'invalid_body',
      )
      await run({ ids: ['deputy'] }, withInvitations)
      expect(await ends(id)).toEqual(['deleted'])
    })
  })
}
