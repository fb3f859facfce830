import { randomUUID } from 'node:crypto'
import type { Chunk, FrozenSelection } from '@aicx/roster/contract'
import { describe, expect, it } from 'vitest'
import { addUser } from '../../../backend/core/invitations/add-user.ts'
import { decideAccept } from '../../../backend/core/invitations/decide-accept.ts'
import { invitationTimes } from '../../../backend/core/invitations/limits.ts'
import { productPermissions } from '../../../backend/core/rules/product-permissions.ts'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'
import { anIntent } from './an-intent.ts'
import { people } from './run-people.ts'

const { cooldown } = invitationTimes
const acts = ['resend', 'delete', 'change'] as const

/** Invitations that have changed since a person looked at them, through the HTTP API. */
export function changedInvitationsSuite(current: () => OpenStore) {
  async function open() {
    const host = await aHost(current(), people)
    const { ask, store, company } = host
    return {
      ...host,
      async invite(email: string, as = 'boss', body: object = {}): Promise<string> {
        const invited = await ask<{ results: { invitation: { id: string } }[] }>('POST', '/invitations', {
          as,
          body: { emails: [email], ...body },
        })
        return invited.body.results[0]?.invitation.id ?? ''
      },
      async accept(id: string, email: string, generation = 1) {
        const person = { userId: `u-${randomUUID()}`, accountId: `a-${email}`, name: 'New', email }
        const written = await store.write(company, anIntent({ actor: { kind: 'system', id: 'test' } }), {
          userIds: [],
          invitations: { ids: [id], keys: [] },
          decide: (facts) => decideAccept(id, generation, person)(facts, productPermissions),
        })
        if (!written.ok) throw new Error(written.refused.code)
      },
      act: (act: (typeof acts)[number], id: string, as = 'boss') => {
        if (act === 'change')
          return ask<Refused>('PATCH', `/invitations/${id}`, { as, body: { teamIds: [] }, version: '0' })
        const [method, path] = act === 'delete' ? (['DELETE', ''] as const) : (['POST', '/resend'] as const)
        return ask<Refused>(method, `/invitations/${id}${path}`, { as })
      },
      freeze: async (ids: string[], kind: 'resend' | 'delete') => {
        const body = { resource: 'invitations', of: { ids }, action: { kind } }
        return (await ask<FrozenSelection>('POST', '/selections', { body })).body
      },
    }
  }

  describe('an invitation that has ended', () => {
    it.each([
      ['deleted', 'invitation_deleted'],
      ['accepted', 'invitation_accepted'],
      ['joined in another way', 'invitation_accepted'],
      ['replaced by a newer one', 'already_invited'],
    ])('that was %s can neither be resent, deleted nor changed', async (end, code) => {
      const { invite, accept, act, store, company } = await open()
      const email = 'ended@acme.example'
      const id = await invite(email)
      if (end === 'deleted') await act('delete', id)
      else if (end === 'accepted') await accept(id, email)
      else if (end === 'joined in another way') await addUser(store, company, { email })
      else {
        await store.write(company, anIntent({ actor: { kind: 'system', id: 'test' } }), {
          userIds: [],
          invitations: { ids: [id], keys: [] },
          decide: () => ({
            changes: [{ kind: 'end_invitation', invitationId: id, as: 'replaced', userId: null }],
            audit: [],
            answer: null,
          }),
        })
      }
      await current().advance(cooldown)
      const { revision } = await store.changes(company)
      for (const each of acts)
        expect(await act(each, id), each).toMatchObject({ status: 409, body: { code, reason: code } })
      for (const each of acts)
        expect(await act(each, 'unknown'), each).toMatchObject({ status: 404, body: { code: 'not_found' } })
      expect((await store.changes(company)).revision).toBe(revision)
    })
  })

  describe('many invitations, half of which have changed since they were selected', () => {
    it('are resent, 50 at once, except 5 in their cooldown, which can be retried when it is over', async () => {
      const { ask, freeze, store, company } = await open()
      const invite = (name: string, count: number) =>
        ask<{ results: { invitation: { id: string } }[] }>('POST', '/invitations', {
          body: { emails: Array.from({ length: count }, (_, at) => `${name}-${at}@acme.example`) },
        }).then(({ body }) => body.results.map(({ invitation }) => invitation.id))
      const rested = await invite('rested', 45)
      await current().advance(cooldown)
      const fresh = await invite('fresh', 5)
      const frozen = await freeze([...rested, ...fresh], 'resend')
      const chunks: Chunk[] = []
      for (let at = 0; at < 50; at = chunks.at(-1)?.selection.position ?? 50)
        chunks.push(
          (
            await ask<Chunk>('POST', `/selections/${frozen.id}/chunks`, {
              key: `${frozen.id}.${at}`,
              body: { from: at },
            })
          ).body,
        )
      expect(chunks.at(-1)?.selection).toMatchObject({ state: 'done', done: 45, failed: 5 })
      const failed = chunks.flatMap((chunk) => chunk.failed)
      expect(failed.map(({ id }) => id).toSorted()).toEqual(fresh.toSorted())
      for (const { code, params } of failed) {
        expect(code).toBe('cooldown')
        expect(Number(params?.retryAfter)).toBeGreaterThan(0)
        expect(Number(params?.retryAfter)).toBeLessThanOrEqual(60)
      }
      const generations = async () => {
        const found = await store.invitations.find(company, [...rested, ...fresh])
        return [...found.values()].map(({ generation }) => generation)
      }
      expect((await generations()).filter((generation) => generation === 2)).toHaveLength(45)
      await current().advance(cooldown)
      const retry = { resource: 'invitations', of: { failedOf: frozen.id }, action: { kind: 'resend' } }
      const { body: again } = await ask<FrozenSelection>('POST', '/selections', { body: retry })
      expect(again.total).toBe(5)
      await ask('POST', `/selections/${again.id}/chunks`, { key: `${again.id}.0`, body: { from: 0 } })
      expect(await generations()).toEqual(Array(50).fill(2))
    })

    it.each([
      ['resend', ['invitation_deleted', 'invitation_accepted', 'cooldown'], 1],
      // One that someone else has deleted is done already.
      ['delete', ['invitation_accepted'], 3],
    ] as const)('%s: each has its own result', async (kind, codes, done) => {
      const { ask, invite, accept, act, freeze, store, company } = await open()
      const emails = ['deleted', 'accepted', 'resent', 'same'].map((name) => `${name}@acme.example`)
      const ids: string[] = []
      for (const email of emails) ids.push(await invite(email))
      await current().advance(cooldown)
      const frozen = await freeze(ids, kind)
      const [deleted = '', accepted = '', resent = ''] = ids
      await act('delete', deleted)
      await accept(accepted, 'accepted@acme.example')
      await act('resend', resent)
      const { body } = await ask<Chunk>('POST', `/selections/${frozen.id}/chunks`, {
        key: `${frozen.id}.0`,
        body: { from: 0 },
      })
      expect(body.failed.map(({ code }) => code).toSorted()).toEqual([...codes].toSorted())
      expect(body.selection).toMatchObject({ state: 'done', done, failed: codes.length })
      expect(body.failed.map(({ name }) => name)).toContain('accepted@acme.example')
      const ends = [...(await store.invitations.find(company, ids)).values()].map(
        ({ end }) => end?.as ?? null,
      )
      expect(ends.filter((end) => end === 'accepted')).toHaveLength(1)
      expect(ends.filter((end) => end === 'deleted')).toHaveLength(kind === 'delete' ? 3 : 1)
    })
  })

  describe('resending and editing', () => {
    it('are judged by the facts of now: domain, role, inviter', async () => {
      const { ask, invite, act, user, store, company, run } = await open()
      const id = await invite('ada@late.example', 'deputy', { roleId: 'manager' })
      const code = async (each: (typeof acts)[number], as?: string) => (await act(each, id, as)).body.code
      await current().advance(cooldown)
      await store.invitations.setDomains(company, { blockedDomains: ['late.example'] })
      expect(await code('resend')).toBe('domain_blocked')
      await store.invitations.setDomains(company, {})
      await run({ ids: ['deputy'] }, { kind: 'delete' })
      expect((await act('resend', id, 'manager')).status).toBe(200)
      await ask('PUT', '/users/manager/role', {
        body: { roleId: 'agent' },
        version: (await user('manager'))?.version,
      })
      for (const each of acts) expect(await code(each, 'manager'), each).toBe('missing_permission')
      const admins = await invite('boss@late.example', 'boss', { roleId: 'admin' })
      await ask('PUT', '/users/ada/role', {
        body: { roleId: 'manager' },
        version: (await user('ada'))?.version,
      })
      await current().advance(cooldown)
      expect((await act('resend', admins, 'ada')).body.code).toBe('role_exceeds_yours')
      expect((await act('delete', admins, 'ada')).status).toBe(200)
    })
  })
}

interface Refused {
  code: string
  reason?: string
}
