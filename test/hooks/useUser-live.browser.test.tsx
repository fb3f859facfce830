import { describe, expect, it } from 'vitest'
import { openUser } from './open-user.tsx'

describe('what others change', () => {
  it('comes into row and panel by the stream, in place', async () => {
    const { now, other, intent, rowOf, rerender } = await openUser()
    const [, second] = now().users.rows
    await rerender({ id: second?.id ?? '' })
    const order = now().users.rows.map(({ id }) => id)
    await expect.poll(() => now().users.isFetching).toBe(false)
    const { version = '' } = await other.get(second?.id ?? '')
    await other.changeRole(second?.id ?? '', 'quality', { version, intent: intent() })
    await expect.poll(() => rowOf(second?.id ?? '')?.role.id).toBe('quality')
    await expect.poll(() => now().user.user?.role.id).toBe('quality')
    expect(now().users.rows.map(({ id }) => id)).toEqual(order)
    expect(now().users.changes).toBe(0)
  })

  it('waits for a refresh where it moves rows', async () => {
    const { now, change } = await openUser()
    const order = now().users.rows.map(({ id }) => id)
    await change(...order.slice(0, 3).map((userId) => ({ kind: 'delete_user' as const, userId })))
    await expect.poll(() => now().users.changes).toBe(3)
    expect(now().users.rows.map(({ id }) => id)).toEqual(order)
  })

  it('takes the controls at once from a viewer who is demoted', async () => {
    const { now, change, requests } = await openUser()
    expect(now().user.user?.actions.changeRole.allowed).toBe(true)
    await change({ kind: 'set_role', userId: 'acme-1', roleId: 'agent' })
    await expect.poll(() => now().users.error?.code).toBe('missing_permission')
    expect(requests.filter(({ url }) => url.endsWith('/session')).length).toBeGreaterThan(1)
  })

  it('isn’t loaded while the page is hidden, and is loaded when it is shown', async () => {
    const { now, show, change, requests, clock } = await openUser()
    const streams = () => requests.filter(({ url }) => url.includes('/events?since='))
    await expect.poll(() => streams().length).toBeGreaterThan(0)
    show(false)
    await expect.poll(() => streams().every(({ signal }) => signal.aborted)).toBe(true)
    const [first] = now().users.rows
    const before = requests.length
    await change({ kind: 'set_role', userId: first?.id ?? '', roleId: 'quality' })
    clock.advance(60_000)
    expect(requests).toHaveLength(before)
    show(true)
    await expect.poll(() => now().users.rows[0]?.role.id).toBe('quality')
  })
})
