import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { createResource } from '../../src/state/resources/resource.ts'
import { roles } from '../../src/state/resources/roles.ts'
import { session as viewer } from '../../src/state/resources/session.ts'
import { teams } from '../../src/state/resources/teams.ts'
import { settle } from './a-list.ts'
import { aReadyWriter } from './a-ready-writer.ts'
import { aWriter } from './a-writer.ts'

async function ready(count?: number) {
  const writer = await aReadyWriter(count)
  const { server } = writer
  const sent = vi.spyOn(server.api.users, 'changeRole')
  const intents = () => sent.mock.calls.map(([, , { intent }]) => intent)
  /** Fails the next role changes with this error, without doing them. */
  const refuse = (error: ApiError, times = 1) => {
    for (let each = 0; each < times; each++) sent.mockRejectedValueOnce(error)
  }
  return { ...writer, sent, intents, refuse }
}

const internal = new ApiError('internal', 'oh', { status: 500 })

describe('a change that is tried again', () => {
  it.each([
    ['a lost connection', new ApiError('network', 'lost')],
    ['a 500', internal],
    ['a 503', new ApiError('unavailable', 'later', { status: 503 })],
  ])('keeps its intent after %s, since it may have been done', async (_, error) => {
    const { state, writes, intents, refuse } = await ready()
    refuse(error)
    await writes.changeRole('u1', 'admin')
    expect(state.intents.has(intents()[0] ?? '')).toBe(false)
    await writes.retry('u1', 'role')
    expect(intents()).toHaveLength(2)
    expect(new Set(intents()).size).toBe(1)
    expect(state.intents.has(intents()[0] ?? '')).toBe(true)
  })

  it.each([400, 403, 409, 422, 429, 499])('has a new intent after a %i, which refused it', async (status) => {
    const { state, writes, intents, refuse } = await ready()
    refuse(new ApiError('last_admin', 'no', { status }))
    await writes.changeRole('u1', 'admin')
    expect(state.intents.has(intents()[0] ?? '')).toBe(true)
    await writes.retry('u1', 'role')
    expect(new Set(intents()).size).toBe(2)
  })

  it('calls the host’s hook once if the host has agreed', async () => {
    const { writes, refuse, setHooks, sent } = await ready()
    const onBeforeRoleChange = vi.fn()
    setHooks({ onBeforeRoleChange })
    refuse(internal)
    await writes.changeRole('u1', 'admin')
    await writes.retry('u1', 'role')
    expect(sent).toHaveBeenCalledTimes(2)
    expect(onBeforeRoleChange).toHaveBeenCalledOnce()
  })

  it('calls the host’s hook again if the change was refused', async () => {
    const { writes, refuse, setHooks } = await ready()
    const onBeforeRoleChange = vi.fn()
    setHooks({ onBeforeRoleChange })
    refuse(new ApiError('last_admin', 'no', { status: 409 }))
    await writes.changeRole('u1', 'admin')
    await writes.retry('u1', 'role')
    expect(onBeforeRoleChange).toHaveBeenCalledTimes(2)
  })

  it('tries nothing of another field, and nothing of another user', async () => {
    const { writes, refuse, sent } = await ready()
    refuse(internal)
    await writes.changeRole('u1', 'admin')
    await writes.retry('u1', 'teams')
    await writes.retry('u2', 'role')
    expect(sent).toHaveBeenCalledOnce()
  })

  it('replaces an earlier failure of the same field', async () => {
    const { writes, refuse, sent } = await ready()
    refuse(internal)
    await writes.changeRole('u1', 'admin')
    await writes.changeRole('u1', 'quality')
    expect(writes.getStates('u1').role).toMatchObject({ status: 'saved', error: null })
    await writes.retry('u1', 'role')
    expect(sent).toHaveBeenCalledTimes(2)
  })

  it('is forgotten only for the field in which it is dismissed', async () => {
    const { writes, server, refuse } = await ready()
    refuse(internal)
    await writes.changeRole('u1', 'admin')
    server.fates.push('refused')
    await writes.changeTeams('u1', { add: ['t1'], remove: [] })
    writes.dismiss('u1', 'teams')
    expect(writes.getStates('u1')).toMatchObject({
      role: { status: 'failed' },
      teams: { status: 'idle' },
    })
  })
})

describe('a role change whose response was lost', () => {
  it('may be ours until a later change is saved, and is a conflict after that', async () => {
    const { writes, server } = await ready()
    server.fates.push('unanswered')
    await writes.changeRole('u1', 'admin')
    expect(await writes.changeRole('u1', 'quality')).toMatchObject({ ok: true })
    server.others.changeRole('u1', 'admin')
    expect(await writes.changeRole('u1', 'agent')).toMatchObject({ error: { code: 'version_mismatch' } })
    expect(writes.getConflict('u1')).toMatchObject({ theirs: { id: 'admin' }, yours: { id: 'agent' } })
  })

  it('is not taken for ours where it never left', async () => {
    const { writes, server, setHooks } = await ready()
    setHooks({ onBeforeRoleChange: () => Promise.reject(new Error('a mistake of the host')) })
    await writes.changeRole('u1', 'admin')
    setHooks({})
    server.others.changeRole('u1', 'admin')
    expect(await writes.changeRole('u1', 'quality')).toMatchObject({ error: { code: 'version_mismatch' } })
  })
})

describe('a role that meets newer versions', () => {
  /** Whenever a role arrives, another has changed the user’s teams. */
  async function restless() {
    const setup = await ready()
    const { server, sent } = setup
    sent.mockImplementation(async (id) => {
      server.others.changeTeams(id, { add: [`t${sent.mock.calls.length}`], remove: [] })
      throw new ApiError('version_mismatch', 'newer', { status: 412, current: server.get(id) })
    })
    return setup
  }

  it('is sent again ten times, and is then a conflict', async () => {
    const { writes, sent } = await restless()
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ error: { code: 'version_mismatch' } })
    expect(sent).toHaveBeenCalledTimes(11)
    expect(new Set(sent.mock.calls.map(([, , { version }]) => version)).size).toBe(11)
    expect(writes.getStates('u1').role.status).toBe('conflict')
  })

  it('is not sent again for the version that was refused', async () => {
    const { writes, server, sent } = await ready()
    sent.mockImplementation(async (id) => {
      throw new ApiError('version_mismatch', 'newer', { status: 412, current: server.get(id) })
    })
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ error: { code: 'version_mismatch' } })
    expect(sent).toHaveBeenCalledOnce()
  })

  it('reads the user where the refusal does not carry them', async () => {
    const { writes, server, refuse } = await ready()
    server.others.changeTeams('u1', { add: ['t9'], remove: [] })
    refuse(new ApiError('version_mismatch', 'newer', { status: 412 }))
    expect(await writes.changeRole('u1', 'admin')).toMatchObject({ ok: true })
    delete server.api.users.get
    refuse(new ApiError('version_mismatch', 'newer', { status: 412 }))
    expect(await writes.changeRole('u1', 'agent')).toMatchObject({ error: { code: 'version_mismatch' } })
  })
})

describe('the port is read again', () => {
  async function watched(viewerId: string) {
    const setup = await ready()
    const { server, state } = setup
    const session = await server.api.session.get()
    const reads: string[] = []
    const note =
      <Args extends unknown[], Result>(name: string, call: (...args: Args) => Result) =>
      (...args: Args) => {
        reads.push(name)
        return call(...args)
      }
    server.api.session.get = note('session', async () => ({
      ...session,
      viewer: { ...session.viewer, id: viewerId },
    }))
    server.api.roles = { list: note('roles', async () => ({ roles: [] })) }
    server.api.teams = { list: note('teams', async () => ({ teams: [] })) }
    server.api.users.list = note('users', server.api.users.list)
    for (const leave of [
      createResource(state, roles).subscribe(() => {}),
      createResource(state, teams).subscribe(() => {}),
      createResource(state, viewer).subscribe(() => {}),
    ])
      onTestFinished(leave)
    // The open list has read the session of another viewer.
    await state.reread('session')
    await settle()
    reads.splice(0)
    const readsOf = async (change: Promise<unknown>) => {
      await change
      await settle()
      await settle()
      return [...new Set(reads.splice(0))].sort()
    }
    return { ...setup, readsOf }
  }

  it('in all that counts its users after a change of theirs, and no more', async () => {
    const { writes, readsOf } = await watched('u0')
    expect(await readsOf(writes.changeRole('u1', 'admin'))).toEqual(['roles', 'teams', 'users'])
    expect(await readsOf(writes.changeTeams('u1', { add: ['t1'], remove: [] }))).toEqual(['teams', 'users'])
    expect(await readsOf(writes.endSessions('u1'))).toEqual([])
  })

  it('in full after the viewer’s own role has changed', async () => {
    const own = await watched('u1')
    expect(await own.readsOf(own.writes.changeRole('u1', 'admin'))).toEqual([
      'roles',
      'session',
      'teams',
      'users',
    ])
    const joined = own.writes.changeTeams('u1', { add: ['t1'], remove: [] })
    expect(await own.readsOf(joined)).toEqual(['teams', 'users'])
  })

  it('in full after a refusal, which says that what is shown is wrong', async () => {
    const { writes, refuse, readsOf } = await watched('u0')
    refuse(new ApiError('last_admin', 'no', { status: 409 }))
    expect(await readsOf(writes.changeRole('u1', 'admin'))).toEqual(['roles', 'session', 'teams', 'users'])
  })

  it.each([
    ['a 401', new ApiError('signed_out', 'who', { status: 401 })],
    ['a 429', new ApiError('rate_limited', 'slow', { status: 429 })],
    ['a 500', internal],
    ['a port that cannot', new ApiError('unsupported', 'no')],
  ])('not after %s', async (_, error) => {
    const { writes, refuse, readsOf } = await watched('u0')
    refuse(error)
    expect(await readsOf(writes.changeRole('u1', 'admin'))).toEqual([])
  })

  it('only in the users after a conflict', async () => {
    const { writes, server, readsOf } = await watched('u0')
    server.others.changeRole('u1', 'quality')
    expect(await readsOf(writes.changeRole('u1', 'admin'))).toEqual(['users'])
  })
})

describe('the callback after the viewer’s own changes', () => {
  it('runs when no change is being saved any more, and only if one was made', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let isHeld = true
    const { writes, server } = aWriter(3, (label) => (label === 'there' && isHeld ? held : Promise.resolve()))
    const onSaved = vi.fn()
    writes.onSaved(onSaved)
    const first = writes.changeTeams('u1', { add: ['t1'], remove: [] })
    const second = writes.changeTeams('u1', { add: ['t2'], remove: [] })
    await settle()
    isHeld = false
    await writes.changeTeams('u2', { add: ['t1'], remove: [] })
    await settle()
    expect(onSaved).not.toHaveBeenCalled()
    release()
    await Promise.all([first, second])
    await settle()
    expect(onSaved).toHaveBeenCalledOnce()
    server.fates.push('refused')
    await writes.changeTeams('u2', { add: ['t2'], remove: [] })
    await writes.endSessions('u2')
    await settle()
    expect(onSaved).toHaveBeenCalledOnce()
  })

  it('remembers a thousand intents', async () => {
    const { state, writes, server } = aWriter(1)
    for (let each = 0; each < 1_000; each++) await writes.changeTeams('u0', { add: ['t1'], remove: [] })
    const [first, second] = server.taken
    expect(state.intents.has(first?.intent ?? '')).toBe(true)
    await writes.changeTeams('u0', { add: ['t1'], remove: [] })
    expect(state.intents.has(first?.intent ?? '')).toBe(false)
    expect(state.intents.has(second?.intent ?? '')).toBe(true)
  })

  it('is saved in each field on its own', async () => {
    const { writes, clock } = await ready()
    await writes.changeRole('u1', 'admin')
    expect(writes.getStates('u1')).toMatchObject({ role: { status: 'saved' }, teams: { status: 'idle' } })
    clock.advance(1_500)
    await writes.endSessions('u1')
    clock.advance(1_500)
    expect(writes.getStates('u1')).toMatchObject({ role: { status: 'idle' }, sessions: { status: 'saved' } })
  })
})
