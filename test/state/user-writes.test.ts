import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { settle } from './a-list.ts'
import { aReadyWriter } from './a-ready-writer.ts'
import { aWriter } from './a-writer.ts'

describe('a change of a user', () => {
  it('is visible at once in rows and panel, and then as the server returns it', async () => {
    const { writes, rowOf, known, server, list } = await aReadyWriter()
    const before = list.getSnapshot()
    const change = writes.changeRole('u1', 'admin')
    expect(rowOf('u1')?.role.id).toBe('admin')
    expect(known.shown('u1')?.role.id).toBe('admin')
    expect(known.find('u1')?.row.role.id).toBe('agent')
    expect(list.getSnapshot().source).not.toBe(before.source)
    expect(rowOf('u2')).toBe(before.rows[2])
    expect(writes.getStates('u1').role).toEqual({ status: 'saving', error: null })
    expect([...writes.getPendingIds()]).toEqual(['u1'])
    expect(await change).toEqual({ ok: true, value: server.get('u1') })
    expect(writes.getPendingIds().size).toBe(0)
    expect(writes.getStates('u1').role.status).toBe('saved')
    expect(rowOf('u1')).toEqual(server.get('u1'))
  })

  it('says that it was saved for three seconds', async () => {
    const { writes, clock } = await aReadyWriter()
    await writes.changeRole('u1', 'admin')
    clock.advance(2_000)
    await writes.changeRole('u1', 'agent')
    clock.advance(2_999)
    expect(writes.getStates('u1').role.status).toBe('saved')
    clock.advance(1)
    expect(writes.getStates('u1').role.status).toBe('idle')
  })

  it('is taken back to the same object where it is refused, with the error beside it', async () => {
    const { writes, rowOf, server, events } = await aReadyWriter()
    const before = rowOf('u1')
    server.fates.push('refused')
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ ok: false, error: { code: 'last_admin' } })
    expect(rowOf('u1')).toBe(before)
    expect(writes.getStates('u1').role).toMatchObject({ status: 'failed', error: { code: 'last_admin' } })
    expect(events).toContainEqual(expect.objectContaining({ type: 'request.failed' }))
    await writes.retry('u1', 'role')
    expect(writes.getStates('u1').role.status).toBe('saved')
    expect(server.get('u1').role.id).toBe('admin')
  })

  it('is repeated with the same intent if its response was lost, and isn’t a conflict', async () => {
    const { writes, server } = await aReadyWriter()
    server.fates.push('unanswered')
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ ok: false, error: { code: 'network' } })
    await writes.retry('u1', 'role')
    expect(writes.getStates('u1').role.status).toBe('saved')
    expect(server.taken).toHaveLength(1)
  })

  it('isn’t a conflict with an earlier one whose response was lost', async () => {
    const { writes, server } = await aReadyWriter()
    server.fates.push('unanswered')
    const [, second] = await Promise.all([
      writes.changeRole('u1', 'admin'),
      writes.changeRole('u1', 'quality'),
    ])
    expect(second).toMatchObject({ ok: true })
    expect(server.get('u1').role.id).toBe('quality')
    expect(writes.getStates('u1').role.status).toBe('saved')
  })

  it('waits for the one before it to the same user, and not for another user’s', async () => {
    const waiting: (() => void)[] = []
    const hold = (label: string) =>
      label === 'there' ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve()
    const { writes, open, server, rowOf } = aWriter(3, hold)
    open()
    await settle()
    await settle()
    const changes = [
      writes.changeRole('u1', 'admin'),
      writes.changeTeams('u1', { add: ['t1'], remove: [] }),
      writes.changeRole('u2', 'admin'),
    ]
    await settle()
    expect(waiting).toHaveLength(2)
    expect(rowOf('u1')).toMatchObject({ role: { id: 'admin' }, teams: [{ id: 't1', direct: true }] })
    for (const release of waiting.splice(0)) release()
    await settle()
    for (const release of waiting.splice(0)) release()
    expect((await Promise.all(changes)).map(({ ok }) => ok)).toEqual([true, true, true])
    expect(server.get('u1')).toMatchObject({ role: { id: 'admin' }, version: '3' })
  })

  it('is sent again for a newer version where something else of the user was changed', async () => {
    const { writes, server } = await aReadyWriter()
    server.others.changeTeams('u1', { add: ['t9'], remove: [] })
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({
      ok: true,
      value: { role: { id: 'admin' }, teams: [{ id: 't9' }] },
    })
    expect(writes.getStates('u1').role.status).toBe('saved')
  })

  it('shows theirs and keeps yours where the role was changed', async () => {
    const { writes, server, rowOf } = await aReadyWriter()
    server.others.changeRole('u1', 'quality')
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ error: { code: 'version_mismatch' } })
    expect(writes.getStates('u1').role.status).toBe('conflict')
    expect(writes.getConflict('u1')).toMatchObject({ theirs: { id: 'quality' }, yours: { id: 'admin' } })
    expect(rowOf('u1')?.role.id).toBe('quality')
    expect(server.get('u1').role.id).toBe('quality')
    await writes.changeRole('u1', writes.getConflict('u1')?.yours.id ?? '')
    expect(server.get('u1').role.id).toBe('admin')
    expect(writes.getConflict('u1')).toBe(null)
  })

  it('isn’t a conflict if the other change was to the same role', async () => {
    const { writes, server } = await aReadyWriter()
    server.others.changeRole('u1', 'admin')
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ ok: true })
    expect(server.taken).toHaveLength(0)
  })

  it('does not overwrite a role that came into view while it waited', async () => {
    const { writes, server, known } = await aReadyWriter()
    const changes = [writes.changeTeams('u1', { add: ['t1'], remove: [] }), writes.changeRole('u1', 'admin')]
    server.others.changeRole('u1', 'quality')
    known.learn(server.get('u1'))
    const [, role] = await Promise.all(changes)
    expect(role).toMatchObject({ ok: false, error: { code: 'version_mismatch' } })
    expect(server.get('u1').role.id).toBe('quality')
  })

  it('of teams keeps what failed beside what is saved later, and tries each again', async () => {
    const { writes, server } = await aReadyWriter()
    server.fates.push('refused', 'done', 'lost')
    await writes.changeTeams('u1', { add: ['t1'], remove: [] })
    await writes.changeTeams('u1', { add: ['t2'], remove: [] })
    await writes.changeTeams('u1', { add: ['t3'], remove: [] })
    expect(writes.getStates('u1').teams).toMatchObject({ status: 'failed', error: { code: 'network' } })
    await writes.retry('u1', 'teams')
    expect(server.get('u1').teams?.map(({ id }) => id)).toEqual(['t2', 't1', 't3'])
    expect(writes.getStates('u1').teams.status).toBe('saved')
  })

  it('forgets what failed when it is dismissed', async () => {
    const { writes, server } = await aReadyWriter()
    server.fates.push('refused')
    await writes.changeTeams('u1', { add: ['t1'], remove: [] })
    writes.dismiss('u1', 'teams')
    expect(writes.getStates('u1').teams).toEqual({ status: 'idle', error: null })
  })

  it('reads a user that no list has loaded', async () => {
    const { writes, server } = aWriter()
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ ok: true })
    expect(server.get('u1').role.id).toBe('admin')
  })

  it('is not sent in the name of whom signs in while it waits', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { writes, state, server } = aWriter(3, (label) => (label === 'there' ? held : Promise.resolve()))
    await state.known.learn(server.get('u1'))
    const changes = [writes.changeTeams('u1', { add: ['t1'], remove: [] }), writes.changeRole('u1', 'admin')]
    await settle()
    state.reset()
    release()
    const [, role] = await Promise.all(changes)
    expect(role).toMatchObject({ ok: false, error: { code: 'aborted' } })
    expect(server.get('u1').role.id).toBe('agent')
  })

  it('doesn’t load everything again if the server is busy', async () => {
    const { writes, server } = await aReadyWriter()
    const read = vi.spyOn(server.api.users, 'list')
    server.api.users.changeRole = async () => {
      throw new ApiError('rate_limited', 'slow down', { status: 429 })
    }
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ error: { code: 'rate_limited' } })
    await settle()
    expect(read).not.toHaveBeenCalled()
  })

  it('says that the port cannot do it', async () => {
    const { writes, server } = await aReadyWriter()
    delete server.api.users.changeRole
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ error: { code: 'unsupported' } })
  })
})

describe('what this client changed', () => {
  it('is not counted as news, and is read again once', async () => {
    const { state, writes, list, server } = await aReadyWriter()
    const read = vi.spyOn(server.api.users, 'list')
    const change = writes.changeRole('u1', 'admin')
    expect(state.intents.has('another')).toBe(false)
    await change
    expect(state.intents.has(server.taken[0]?.intent ?? '')).toBe(true)
    await settle()
    expect(list.getSnapshot().changes).toBe(0)
    expect(read).toHaveBeenCalledOnce()
  })

  it('is reported if its response was lost', async () => {
    const { state, writes, server } = await aReadyWriter()
    server.fates.push('unanswered')
    await writes.changeRole('u1', 'admin')
    expect(state.intents.has(server.taken[0]?.intent ?? '')).toBe(false)
  })

  it('ends sessions with a number', async () => {
    const { writes } = await aReadyWriter()
    expect(await writes.endSessions('u1')).toEqual({ ok: true, value: { ended: 2 } })
    expect(writes.getStates('u1').sessions.status).toBe('saved')
  })

  it('ends with an ApiError, whatever a port throws', async () => {
    const { writes, server } = await aReadyWriter()
    server.api.users.endSessions = () => {
      throw 'a string'
    }
    const outcome = await writes.endSessions('u1')
    expect(outcome.ok || outcome.error).toBeInstanceOf(ApiError)
  })
})
