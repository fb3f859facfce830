import { describe, expect, it } from 'vitest'
import { selectAll, selectionFrom } from '../../src/base/selection.ts'
import { ApiError } from '../../src/client/api-error.ts'
import { cooledAt } from '../../src/state/invitation-acts/received-invitation.ts'
import { ofSelection } from '../../src/state/runs/of-selection.ts'
import { runAtOnce } from '../../src/state/runs/run-at-once.ts'
import { settle } from './a-list.ts'
import { anInvitation, invitationList } from './invitation-api.ts'

const cooling = { allowed: false, reason: 'cooldown', params: { retryAfter: '42' } } as const

async function opened(...given: Parameters<typeof invitationList>) {
  const list = invitationList(...given)
  list.open()
  await settle()
  await settle()
  return list
}

describe('a list of invitations', () => {
  it('says how many of its rows are pending', async () => {
    const { list } = await opened([anInvitation(1), anInvitation(2), anInvitation(3, { status: 'expired' })])
    expect(list.getSnapshot()).toMatchObject({ status: 'ready', pending: 2, source: { total: 3 } })
  })

  it('turns an invitation when it expires, without a request and without moving it', async () => {
    const { rowOf, ids, clock, asked } = await opened([anInvitation(2), anInvitation(1)])
    const before = asked.length
    clock.advance(3_600_000 - 1)
    expect(rowOf('i1')?.status).toBe('pending')
    clock.advance(1)
    expect(rowOf('i1')?.status).toBe('expired')
    expect(rowOf('i2')?.status).toBe('pending')
    expect(ids()).toEqual(['i2', 'i1'])
    expect(asked.slice(before)).toEqual([])
  })

  it('turns one that expires later than a timer can wait', async () => {
    const { rowOf, clock } = await opened([anInvitation(30 * 24)])
    for (let day = 0; day < 29; day++) clock.advance(86_400_000)
    expect(rowOf('i720')?.status).toBe('pending')
    clock.advance(86_400_000)
    expect(rowOf('i720')?.status).toBe('expired')
  })

  it('allows another sending when the cooldown is over, without a request', async () => {
    const { allowed } = { allowed: { allowed: true } as const }
    const { rowOf, clock, asked } = await opened([
      anInvitation(1, { actions: { resend: cooling, delete: allowed, change: allowed } }),
    ])
    const before = asked.length
    clock.advance(41_999)
    expect(rowOf('i1')?.actions.resend.allowed).toBe(false)
    clock.advance(1)
    expect(rowOf('i1')?.actions.resend.allowed).toBe(true)
    expect(asked.slice(before)).toEqual([])
  })
})

describe('changes of invitations', () => {
  it('sends an expired one again: it is pending, cools down, and the list is read with it at its place', async () => {
    const { writes, rowOf, asked, clock } = await opened([
      anInvitation(1, { status: 'expired', expiresInMs: -5 }),
    ])
    const outcome = await writes.resend('i1')
    await settle()
    expect(outcome).toMatchObject({ ok: true, value: { status: 'pending' } })
    expect(rowOf('i1')).toMatchObject({ status: 'pending', actions: { resend: { allowed: false } } })
    expect(outcome.ok && cooledAt(outcome.value)).toBe(clock.now() + 60_000)
    expect(asked.at(-1)).toBe('list 0+50')
  })

  it('takes a deleted one out of the list and of the selection', async () => {
    const { writes, ids, view, selecting } = await opened([anInvitation(1), anInvitation(2)])
    selecting.subscribe(() => {})
    view.picked.set(selectionFrom({ mode: 'include', ids: ['i1', 'i2'] }))
    await writes.deleteInvitation('i1')
    await settle()
    await settle()
    expect(ids()).toEqual(['i2'])
    expect(view.picked.get().toJSON().ids).toEqual(['i2'])
  })

  it.each([
    ['not_found', 404],
    ['invitation_not_found', 404],
    ['invitation_deleted', 409],
  ])('counts one that is gone already as deleted (%s)', async (code, status) => {
    const { writes, refuse, selecting, view } = await opened([anInvitation(1), anInvitation(2)])
    selecting.subscribe(() => {})
    view.picked.set(selectionFrom({ mode: 'include', ids: ['i1', 'i2'] }))
    refuse(new ApiError(code, 'gone', { status }))
    expect(await writes.deleteInvitation('i1')).toMatchObject({ ok: true, value: { status: 'deleted' } })
    expect(view.picked.get().toJSON().ids).toEqual(['i2'])
    refuse(new ApiError('invitation_accepted', 'joined', { status: 409 }))
    expect(await writes.deleteInvitation('i2')).toMatchObject({
      ok: false,
      error: { code: 'invitation_accepted' },
    })
  })

  it('shows another role at once and takes it back if it is refused', async () => {
    const { writes, rowOf, refuse, state } = await opened([anInvitation(1)])
    refuse(new ApiError('role_exceeds_yours', 'no', { status: 409 }))
    const saving = writes.changeRole('i1', 'admin')
    expect(rowOf('i1')?.role.id).toBe('admin')
    expect((await saving).ok).toBe(false)
    expect(rowOf('i1')?.role.id).toBe('agent')
    expect(writes.getStates('i1').role).toMatchObject({ status: 'failed' })
    expect(state.writes.getPendingIds().size).toBe(0)
  })

  it('is sent again for a newer version that differs in something else', async () => {
    const { writes, other, asked } = await opened([anInvitation(1)])
    other('i1', { sentAt: '2026-01-02T00:00:00.000Z' })
    expect(await writes.changeRole('i1', 'admin')).toMatchObject({
      ok: true,
      value: { role: { id: 'admin' } },
    })
    expect(asked).toContain('change i1 refused')
  })

  it('is a conflict if another person has changed the role, and their role stays', async () => {
    const { writes, other, rowOf } = await opened([anInvitation(1)])
    other('i1', { role: { id: 'billing', name: 'Billing' } })
    await writes.changeRole('i1', 'admin')
    await settle()
    expect(writes.getStates('i1').role.status).toBe('conflict')
    expect(rowOf('i1')?.role.id).toBe('billing')
  })

  it('adds and removes teams beside those of another person', async () => {
    const team = (id: string) => ({ id, name: id, direct: true, viaRole: false })
    const { writes, other, rowOf } = await opened([anInvitation(1, { teams: [team('north')] })])
    other('i1', { teams: [team('north'), team('theirs')] })
    await writes.changeTeams('i1', { add: ['south'], remove: ['north'] })
    await settle()
    expect(rowOf('i1')?.teams?.map(({ id }) => id)).toEqual(['theirs', 'south'])
  })

  it("stops at a host's veto", async () => {
    const { writes, asked } = await opened([anInvitation(1)], {
      onBeforeDeleteInvitation: ({ invitation }) => ({ cancel: true, reason: invitation.email }),
    })
    const outcome = await writes.deleteInvitation('i1')
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(asked).not.toContain('delete i1')
  })
})

describe('changes of many invitations', () => {
  it('deletes all that match, one by one where the backend has no selections', async () => {
    const { state, view, asked } = await opened(Array.from({ length: 230 }, (_, at) => anInvitation(at + 1)))
    const of = ofSelection(selectAll.set(['i7'], false), view.getState().query)
    const outcome = await runAtOnce(state, of, { kind: 'delete' }, 'invitations')
    expect(outcome).toMatchObject({ ok: true, value: { done: 229, failed: [] } })
    expect(asked).not.toContain('delete i7')
    expect(asked.filter((label) => label.startsWith('list 200+'))).toHaveLength(1)
  })

  it('skips those that were sent a moment ago when many are sent again', async () => {
    const { actions } = anInvitation(1)
    const { state } = await opened([
      anInvitation(1),
      anInvitation(2, { actions: { ...actions, resend: cooling } }),
    ])
    const outcome = await runAtOnce(state, { ids: ['i1', 'i2'] }, { kind: 'resend' }, 'invitations')
    expect(outcome).toMatchObject({ ok: true, value: { done: 1 } })
  })
})
