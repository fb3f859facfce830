import { beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { laterChanges } from '../../src/state/live/later-changes.ts'
import { aLiveList } from './a-live-list.ts'

beforeAll(async () => {
  await laterChanges.load()
})

describe('the changes of others', () => {
  it('are followed by one stream, from the revision at which the list was opened', async () => {
    const { asked } = await aLiveList()
    expect(asked()).toEqual(['list', 'session', 'stream 100', 'users'])
  })

  it('are read where they are seen, at once', async () => {
    const { asked, server, happens, rowOf, list } = await aLiveList()
    asked()
    server.others.changeRole('u1', 'quality')
    await happens(['u1'])
    expect(asked()).toEqual(['users'])
    expect(rowOf('u1')?.role.id).toBe('quality')
    expect(list.getSnapshot().changes).toBe(0)
  })

  it('are read although they happen before the code that follows them is loaded', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const load = laterChanges.load()
    vi.spyOn(laterChanges, 'load').mockImplementationOnce(() => promise.then(() => load))
    const { asked, server, happens, pass, rowOf } = await aLiveList()
    asked()
    server.others.changeRole('u1', 'quality')
    await happens(['u1'])
    resolve()
    await pass(0)
    expect(rowOf('u1')?.role.id).toBe('quality')
  })

  it('are gathered when there are many', async () => {
    const { asked, happens, pass } = await aLiveList()
    asked()
    for (let each = 1; each < 20; each++) await happens([`u${each}`])
    expect(asked()).toEqual(['users'])
    await pass(250)
    expect(asked()).toEqual(['users'])
    await pass(250)
    expect(asked()).toEqual([])
  })

  it('are not those of this client', async () => {
    const { asked, happens, writes, server, rest } = await aLiveList()
    await writes.changeRole('u1', 'quality')
    await rest()
    asked()
    await happens(['u1'], { intent: server.taken[0]?.intent ?? '' })
    expect(asked()).toEqual([])
  })

  it('read the session too where they concern the viewer', async () => {
    const { asked, happens } = await aLiveList()
    asked()
    await happens(['u0'])
    expect(asked()).toEqual(['session', 'users'])
    await happens(['admin'], { resource: 'roles' })
    expect(asked()).toEqual(['session', 'users'])
  })

  it('read everything where the log does not reach back', async () => {
    const { asked, happens, end, pass, forget } = await aLiveList()
    asked()
    await happens([], { resource: 'all' })
    expect(asked()).toEqual(['session', 'users'])
    await end()
    forget()
    asked()
    await pass(1_000)
    expect(asked()).toEqual(['list 101', 'session', 'stream 101', 'users'])
  })

  it('are not followed while the page is hidden, and are caught up when it is shown', async () => {
    const { asked, happens, show, pass, server, rowOf } = await aLiveList()
    asked()
    await show(false)
    server.others.changeRole('u1', 'quality')
    await happens(['u1'])
    await pass(60_000)
    expect(asked()).toEqual(['closed'])
    await show(true)
    expect(asked()).toEqual(['list 100', 'stream 101', 'users'])
    expect(rowOf('u1')?.role.id).toBe('quality')
  })

  it('aren’t followed after the last observer has left', async () => {
    const { asked, leave, rest, pass } = await aLiveList()
    asked()
    leave()
    await rest()
    await pass(60_000)
    expect(asked()).toEqual(['closed'])
  })

  it('open one stream however often a list leaves and comes back in a turn', async () => {
    const { asked, leave, open, rest } = await aLiveList()
    asked()
    leave()
    const again = open()
    await rest()
    expect(asked()).toEqual([])
    again()
  })

  it('are looked for every ten seconds where there is no stream', async () => {
    const { asked, happens, pass, server, rowOf } = await aLiveList({ streams: false })
    expect(asked()).toEqual(['list', 'session', 'users'])
    server.others.changeRole('u1', 'quality')
    await happens(['u1'])
    expect(asked()).toEqual([])
    await pass(10_000)
    expect(asked()).toEqual(['list 100', 'users'])
    expect(rowOf('u1')?.role.id).toBe('quality')
    await pass(10_000)
    expect(asked()).toEqual(['list 101'])
  })

  it('are looked for where the stream turns out not to be there', async () => {
    const { asked, refuseStream, end, pass } = await aLiveList()
    asked()
    refuseStream(new ApiError('unsupported', 'no'))
    await end()
    expect(asked()).toEqual(['closed'])
    await pass(1_000)
    expect(asked()).toEqual(['list 100', 'stream 100'])
    await pass(7_499)
    expect(asked()).toEqual([])
    await pass(2_501)
    expect(asked()).toEqual(['list 100'])
  })

  it('are looked for between the tries of a stream that fails', async () => {
    const { asked, refuseStream, end, pass, happens, server, rowOf } = await aLiveList()
    refuseStream(new ApiError('network', 'cut'))
    await end()
    for (let tries = 0; tries < 8; tries++) await pass(10_000)
    asked()
    server.others.changeRole('u1', 'quality')
    await happens(['u1'])
    await pass(10_000)
    expect(asked()).toEqual(['list 100', 'stream 101', 'users'])
    expect(rowOf('u1')?.role.id).toBe('quality')
  })

  it('are tried again ever more slowly after failures, and never more slowly than polling', async () => {
    const { asked, fail, end, pass } = await aLiveList()
    await pass(6_000)
    asked()
    fail(new ApiError('network', 'down'))
    await end()
    asked()
    const waits: number[] = []
    for (let tries = 0; tries < 6; tries++) {
      let waited = 0
      while (asked().length === 0) {
        waited += 250
        await pass(250)
      }
      waits.push(waited)
    }
    waits.forEach((wait, at) => {
      const most = Math.min(10_000, 1_000 * 2 ** Math.max(0, at - 1))
      expect(wait).toBeGreaterThanOrEqual(most * 0.75)
      expect(wait).toBeLessThanOrEqual(most + 250)
    })
  })

  it('do not trouble a viewer who is signed out, nor one who may not know them', async () => {
    const { asked, fail, end, pass, server, state } = await aLiveList()
    const { get } = server.api.session
    const signedOut = new ApiError('session_idle', 'out', { status: 401 })
    server.api.session.get = async () => {
      asked()
      throw signedOut
    }
    fail(signedOut)
    await end()
    asked()
    await pass(1_000)
    await pass(60_000)
    expect(asked()).toEqual([])
    server.api.session.get = get
    fail(undefined)
    await state.reread('session')
    await pass(1_000)
    expect(asked()).toContain('list 100')
  })

  it('are followed again after a refusal that was of the moment', async () => {
    const { asked, fail, end, pass } = await aLiveList()
    fail(new ApiError('session_idle', 'out', { status: 401 }))
    await end()
    await pass(1_000)
    fail(undefined)
    asked()
    await pass(10_000)
    expect(asked()).toContain('stream 100')
  })

  it('end with the permission to know them, and everything is read again', async () => {
    const { asked, fail, end, pass, server } = await aLiveList()
    const { get } = server.api.session
    server.api.session.get = async () => {
      const session = await get()
      const actions = {
        ...session.viewer.actions,
        manageUsers: { allowed: false, reason: 'missing_permission' } as const,
      }
      return { ...session, viewer: { ...session.viewer, actions } }
    }
    fail(new ApiError('missing_permission', 'no', { status: 403 }))
    await end()
    asked()
    await pass(1_000)
    expect(asked()).toEqual(['list 100', 'session', 'users'])
    await pass(60_000)
    expect(asked()).toEqual([])
  })
})

describe('the presence of users', () => {
  it('is read every 30 seconds while they are seen, and the server announces it', async () => {
    const { asked, pass, show, leave } = await aLiveList({ presence: true })
    asked()
    await pass(29_000)
    expect(asked()).toEqual([])
    await pass(1_000)
    expect(asked()).toEqual(['users'])
    await pass(30_000)
    expect(asked()).toEqual(['users'])
    show(false)
    asked()
    await pass(90_000)
    expect(asked().filter((request) => request === 'users')).toEqual([])
    show(true)
    await pass(30_000)
    expect(asked()).toContain('users')
    leave()
    await pass(90_000)
    expect(asked().filter((request) => request === 'users')).toEqual([])
  })

  it('is not read where it is not known', async () => {
    const { asked, pass } = await aLiveList()
    asked()
    await pass(90_000)
    expect(asked()).toEqual([])
  })
})
