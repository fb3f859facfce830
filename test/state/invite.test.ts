import { describe, expect, it } from 'vitest'
import { invite } from '../../src/state/invitations/invite.ts'
import { aDraft } from './a-draft.ts'

describe('invite without a draft', () => {
  it('repeats a lost request with its intent, also if another call ran at the same time', async () => {
    const { server, state } = aDraft()
    server.fates.push('unanswered', 'answered')
    const call = (email: string) => invite(state, { emails: [email] })
    await Promise.all([call('ada@x.org'), call('bob@x.org')])
    await call('ada@x.org')
    const intents = server.requests
      .filter(({ request }) => request.emails.includes('ada@x.org'))
      .map(({ intent }) => intent)
    expect(intents).toHaveLength(2)
    expect(new Set(intents).size).toBe(1)
  })

  it('uses an intent no longer once its request was confirmed', async () => {
    const { server, state } = aDraft()
    server.fates.push('unanswered', 'answered', 'unanswered')
    const call = (email: string) => invite(state, { emails: [email] })
    await call('ada@x.org')
    await Promise.all([call('ada@x.org'), call('bob@x.org')])
    await call('ada@x.org')
    const intents = server.requests
      .filter(({ request }) => request.emails.includes('ada@x.org'))
      .map(({ intent }) => intent)
    expect(intents[1]).toBe(intents[0])
    expect(intents[2]).not.toBe(intents[0])
  })
})
