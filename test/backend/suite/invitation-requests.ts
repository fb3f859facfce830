import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-suite.ts'
import { aHost } from './a-host.ts'
import { people } from './run-people.ts'

const unstorable = [
  ['a NUL', 'a\u0000b@new.example'],
  ['a lone surrogate', 'a\ud800@new.example'],
  ['a lone surrogate in its domain', 'a@\udc00.example'],
  ['1,001 characters', `${'x'.repeat(989)}@new.example`],
  ['300,000 characters', ' '.repeat(300_000).concat('a@new.example')],
]

/** Requests about invitations, through the HTTP API. */
export function invitationRequestSuite(current: () => OpenStore) {
  describe('a list of addresses', () => {
    it.each(unstorable)('with one that has %s has a result for each', async (_, bad) => {
      const { ask } = await aHost(current(), people)
      const body = { emails: ['good@new.example', bad, 'too@new.example'] }
      const checked = await ask<Results>('POST', '/invitations/check', { body })
      expect(checked.body.results?.map(({ email, state }) => [email, state])).toEqual([
        ['good@new.example', 'ok'],
        [bad, 'invalid_email'],
        ['too@new.example', 'ok'],
      ])
      const key = crypto.randomUUID()
      for (const invited of [
        await ask<Results>('POST', '/invitations', { body, key }),
        await ask<Results>('POST', '/invitations', { body, key }),
      ])
        expect(invited.body.results?.map(({ email, ok, code }) => [email, code ?? ok])).toEqual([
          ['good@new.example', true],
          [bad, 'invalid_email'],
          ['too@new.example', true],
        ])
    })

    it('is refused if another text can’t be stored', async () => {
      const { ask } = await aHost(current(), people)
      const body = { emails: ['good@new.example'], message: 'a\u0000b' }
      expect(await ask('POST', '/invitations', { body })).toMatchObject({
        status: 400,
        body: { code: 'invalid_body', fields: [{ pointer: '/body/message' }] },
      })
    })
  })
}

interface Results {
  results?: { email: string; state?: string; ok?: boolean; code?: string }[]
}
