import { describe, expect, it } from 'vitest'
import { invitationTimes } from '../../../backend/core/invitations/limits.ts'
import type { OpenStore } from '../store-suite.ts'
import { aJoiningBackend } from './a-joining-backend.ts'

const { lifetime, cooldown } = invitationTimes
const password = 'four unrelated words'
const name = 'Lin Wei'

/** Links: what they show, and when they stop working. */
export function joiningLinksSuite(current: () => OpenStore) {
  const open = (options?: Parameters<typeof aJoiningBackend>[1]) => aJoiningBackend(current, options)
  const unique = (local: string) => `${local}-${crypto.randomUUID().slice(0, 8)}@acme.example`

  describe('a link', () => {
    it('shows what it is for, and reading changes nothing (K23)', async () => {
      const { link, preview, ask, store, id, founded } = await open()
      const email = unique('Lin.Wei')
      const { token } = await link(email, { roleId: 'manager', teamIds: ['night', 'chat'] })
      const before = await store.changes(id)
      const answer = await preview(token)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual({
        company: founded.company,
        email,
        role: { id: 'manager', name: 'Manager' },
        teams: [
          { id: 'chat', name: 'Chat' },
          { id: 'night', name: 'Night shift' },
        ],
        invitedBy: { name: 'Ada' },
        expiresAt: expect.any(String),
        account: 'none',
        lost: [],
      })
      for (const method of ['GET', 'HEAD'])
        for (const path of ['/join', '/join/preview', `/join?token=${token}`])
          expect((await ask(path, {}, undefined, method)).status).toBe(405)
      expect(await store.changes(id)).toEqual(before)
    })

    it('says whose account there is, and who is signed in', async () => {
      const { link, preview, accounts } = await open()
      const email = unique('known')
      const { token } = await link(email)
      accounts.set(email, { id: `a-${email}`, name: 'Known Name', hasPassword: false })
      expect((await preview(token)).body).toMatchObject({ account: 'no_password', name: 'Known Name' })
      accounts.set(email, { id: `a-${email}`, name: 'Known Name', hasPassword: true })
      const { body } = await preview(token, { id: `a-${email}`, email: email.toUpperCase() })
      expect(body).toMatchObject({ account: 'exists', signedInAs: { isInvited: true, companies: [] } })
      expect(body).not.toHaveProperty('name')
      const other = await preview(token, { id: 'else', email: 'else@acme.example' })
      expect(other.body.signedInAs).toMatchObject({ isInvited: false, email: 'else@acme.example' })
    })

    it('that we did not sign is unknown, whatever is changed in it (K17)', async () => {
      const { link, preview, join, tokens, id } = await open()
      const { token, invitationId } = await link(unique('tampered'))
      const foreign = await tokens.write({ companyId: 'c-other', invitationId, generation: 1 })
      const gone = await tokens.write({ companyId: id, invitationId: crypto.randomUUID(), generation: 1 })
      const spoilt = [
        foreign,
        gone,
        token.slice(1),
        token.slice(0, -1),
        `${token}A`,
        `${token}=`,
        ` ${token}`,
        token.toLowerCase(),
        token.toUpperCase(),
        'x',
        '../../etc/passwd',
      ]
      for (const text of spoilt) {
        expect(await preview(text), text).toMatchObject({
          status: 404,
          body: { code: 'invitation_not_found' },
        })
        const joined = await join({ token: text, name, password })
        expect(joined.body.code, text).toBe('invitation_not_found')
      }
    })

    it('is unknown with any character changed, at each position, in another case, and from another company (K17)', async () => {
      const { link, preview, tokens, founded } = await open()
      const other = await open()
      const { token, invitationId } = await link(unique('positions'))
      const swap = (text: string) => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase())
      const spoilt = [...token].flatMap((own, at) =>
        [own === 'A' ? 'B' : 'A', swap(own)]
          .filter((character) => character !== own)
          .map((character) => token.slice(0, at) + character + token.slice(at + 1)),
      )
      const foreign = await tokens.write({ companyId: other.founded.company.id, invitationId, generation: 1 })
      for (const text of [...spoilt, foreign, ...['=', ' ', '.', '>', '\n', '%20'].map((end) => token + end)])
        expect((await preview(text)).body, text).toMatchObject({ code: 'invitation_not_found' })
      expect((await preview(token)).body.company).toEqual(founded.company)
    })

    it('expires at one instant, a second before which it works (V25)', async () => {
      const { link, preview, join, advance } = await open()
      const { token } = await link(unique('late'))
      await advance(lifetime - 1_000)
      expect((await preview(token)).status).toBe(200)
      await advance(2_000)
      for (const answer of [await preview(token), await join({ token, name, password })])
        expect(answer).toMatchObject({
          status: 410,
          body: {
            code: 'invitation_expired',
            params: { company: 'Acme', inviter: 'Ada', at: expect.any(String) },
          },
        })
    })

    it('that was sent again, deleted, or invited again says so', async () => {
      const company = await open()
      const email = unique('again')
      const { token, invitationId } = await company.link(email)
      await company.advance(cooldown)
      await company.resend(invitationId)
      expect(await company.preview(token)).toMatchObject({
        status: 410,
        body: { code: 'invitation_superseded', params: { email, inviter: 'Ada', at: expect.any(String) } },
      })
      await company.advance(lifetime)
      const newer = await company.link(email)
      expect((await company.preview(token)).body.code).toBe('invitation_superseded')
      expect((await company.preview(newer.token)).status).toBe(200)
      await company.delete(newer.invitationId)
      expect(await company.preview(newer.token)).toMatchObject({
        status: 410,
        body: { code: 'invitation_deleted', params: { company: 'Acme', inviter: 'Ada' } },
      })
    })
  })
}
