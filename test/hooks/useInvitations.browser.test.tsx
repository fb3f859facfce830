import { describe, expect, it, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useInvitations } from '../../src/hooks/useInvitations.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { aStack } from './a-stack.tsx'

async function openInvitations(hooks: RosterHooks = {}) {
  const stack = await aStack()
  stack.setHooks(hooks)
  const hook = await renderHook(() => useInvitations(), { wrapper: stack.Provider })
  const now = () => hook.result.current
  await expect.poll(() => now().status).toBe('ready')
  const invites = () =>
    stack.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/v1/invitations'))
  return { ...stack, now, invites }
}

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@acme.example`)

describe('useInvitations', () => {
  it('invites people, with a result for each address, and lists them', async () => {
    const { now, invites } = await openInvitations()
    const { total } = now().source
    const { id } = now().rows[0] ?? {}
    const known = now().rows[0]?.email ?? ''
    const outcome = await now().invite({
      emails: ['lin@acme.example', 'not an address', known, 'lin@acme.example'],
    })
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        done: [{ email: 'lin@acme.example', status: 'pending' }],
        failed: [
          { email: 'not an address', error: { code: 'invalid_email' } },
          { email: known, error: { code: 'already_invited', params: { invitationId: id } } },
          { email: 'lin@acme.example', error: { code: 'duplicate_email' } },
        ],
      },
    })
    expect(invites()).toHaveLength(1)
    await expect.poll(() => now().source.total).toBe(total + 1)
  })

  it('sends more than 200 addresses in several requests, between the host’s hooks', async () => {
    const onBeforeInvite = vi.fn()
    const onAfterInvite = vi.fn()
    const { now, invites } = await openInvitations({ onBeforeInvite, onAfterInvite })
    const outcome = await now().invite({ emails: people(203), message: 'Hello!' })
    expect(outcome.ok && outcome.value.done).toHaveLength(203)
    const intents = invites().map(({ headers }) => headers.get('Idempotency-Key'))
    const [[write]] = onBeforeInvite.mock.calls as [[{ intent: string }]]
    expect(intents).toEqual([`${write.intent}.0`, `${write.intent}.1`])
    expect(write).toMatchObject({ emails: people(203), message: 'Hello!' })
    expect(onBeforeInvite).toHaveBeenCalledOnce()
    expect(onAfterInvite).toHaveBeenCalledExactlyOnceWith(write, outcome)
  })

  it('sends nothing that the host’s hook stops', async () => {
    const onAfterInvite = vi.fn()
    const { now, invites } = await openInvitations({
      onBeforeInvite: () => ({ cancel: true, reason: 'Not on Sundays.' }),
      onAfterInvite,
    })
    const outcome = await now().invite({ emails: ['lin@acme.example'] })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled', message: 'Not on Sundays.' } })
    expect(invites()).toEqual([])
    expect(onAfterInvite).toHaveBeenCalledOnce()
  })
})
