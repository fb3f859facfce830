import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Store } from '../../../backend/core/ports/store.ts'
import { StoreUnavailable } from '../../../backend/core/ports/store-unavailable.ts'
import type { Change } from '../../../backend/core/ports/write.ts'
import { aBackend, absoluteLimit } from './a-backend.ts'
import { readStream } from './read-stream.ts'

const asStream = { headers: { Accept: 'text/event-stream' } }

type Backend = Awaited<ReturnType<typeof aBackend>>

const open = async ({ send }: Backend, query = '', as = 'boss') =>
  readStream(await send(`/v1/events${query}`, { ...asStream, as }))

const moveAgent = ({ change }: Backend, team: string, intent: string = crypto.randomUUID()) =>
  change(
    'PATCH',
    '/v1/users/agent/teams',
    { add: [team], remove: [] },
    { headers: { 'Idempotency-Key': intent } },
  )

describe('the stream of events', () => {
  it('has the content type of a stream, and headers against caching, compression and buffering', async () => {
    const { send } = await aBackend()
    const response = await send('/v1/events', asStream)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    await response.body?.cancel()
  })

  it('is a list for who does not ask for a stream, and for HEAD', async () => {
    const { ask } = await aBackend()
    expect((await ask('/v1/events', { headers: { Accept: 'application/json' } })).body).toEqual({
      events: [],
      revision: 0,
      gap: false,
    })
    const head = await ask('/v1/events', { ...asStream, method: 'HEAD' })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/json'])
  })

  it('sends a change as it happens, with its intent', async () => {
    const backend = await aBackend()
    const { events } = await open(backend)
    await moveAgent(backend, 'night', 'mine')
    await expect
      .poll(() => events)
      .toEqual([
        { revision: 1, resource: 'users', ids: ['agent'], intent: 'mine', at: expect.stringMatching(/Z$/) },
      ])
  })

  it('catches up with what came after a revision, then goes on', async () => {
    const backend = await aBackend()
    for (const team of ['night', 'leads']) await moveAgent(backend, team)
    const { events } = await open(backend, '?since=1')
    await expect.poll(() => events.map(({ revision }) => revision)).toEqual([2])
    await moveAgent(backend, 'chat')
    await expect.poll(() => events.map(({ revision }) => revision)).toEqual([2, 3])
  })

  it('catches up over more than one page of the log, without a gap or a repetition', async () => {
    const backend = await aBackend()
    const { change } = backend
    for (let index = 0; index < 520; index++)
      await change(
        'PATCH',
        '/v1/users/agent/teams',
        index % 2 ? { add: [], remove: ['night'] } : { add: ['night'], remove: [] },
      )
    const { events } = await open(backend, '?since=3')
    await expect
      .poll(() => events.map(({ revision }) => revision))
      .toEqual(Array.from({ length: 517 }, (_, index) => index + 4))
  })

  it.each([
    ['a log that no longer reaches back', 0],
    ['a revision that is not there yet', 99],
  ])('says to read everything again after %s, then goes on', async (_name, since) => {
    const forgetful = (store: Store): Store => ({
      ...store,
      changes: async (company, after) => ({ ...(await store.changes(company, after)), gap: after === since }),
    })
    const backend = await aBackend({ store: forgetful })
    await moveAgent(backend, 'night')
    const { events } = await open(backend, `?since=${since}`)
    await expect.poll(() => events).toMatchObject([{ revision: 1, resource: 'all', ids: [], intent: '' }])
    await moveAgent(backend, 'leads')
    await expect.poll(() => events.at(1)).toMatchObject({ revision: 2, resource: 'users', ids: ['agent'] })
  })

  it('sends nothing of another company', async () => {
    const backend = await aBackend()
    const own = await open(backend)
    const { foreign, send } = backend
    const theirs = readStream(await send('/v1/events', { ...asStream, as: 'foreigner', company: foreign }))
    await moveAgent(backend, 'night')
    await expect.poll(() => own.events).toHaveLength(1)
    expect(theirs.events).toEqual([])
  })

  it('gives a sign of life while nothing changes', async () => {
    const { text } = await open(await aBackend({ heartbeat: 5 }))
    await expect.poll(() => text().match(/^:$/gm)?.length).toBeGreaterThan(3)
  })

  it('ends at once when the session is revoked, and sends nothing more', async () => {
    const backend = await aBackend({ secondAdmin: true })
    const stream = await open(backend, '', 'manager')
    await backend.change('POST', '/v1/users/manager/end-sessions')
    await expect.poll(stream.isOpen).toBe(false)
    expect(stream.events).toEqual([])
    const again = await backend.ask('/v1/events', { ...asStream, as: 'manager' })
    expect([again.status, again.body.code]).toEqual([401, 'session_revoked'])
  })

  it('goes on for who ends the own sessions elsewhere', async () => {
    const backend = await aBackend()
    const stream = await open(backend)
    await backend.change('POST', '/v1/users/boss/end-sessions')
    await expect.poll(() => stream.events).toMatchObject([{ resource: 'sessions', ids: ['boss'] }])
    expect(stream.isOpen()).toBe(true)
  })

  it('ends with the permission, after telling the viewer that it was theirs that changed', async () => {
    const backend = await aBackend()
    const stream = await open(backend, '', 'manager')
    const { version } = (await backend.ask('/v1/users/manager')).body
    await backend.change(
      'PUT',
      '/v1/users/manager/role',
      { roleId: 'agent' },
      { headers: { 'If-Match': `"${version}"` } },
    )
    await expect.poll(stream.isOpen).toBe(false)
    expect(stream.events).toMatchObject([{ resource: 'users', ids: ['manager'] }])
  })

  it('ends at the sign-in’s absolute limit', async () => {
    const backend = await aBackend({ heartbeat: 5 })
    const stream = await open(backend)
    await expect.poll(() => stream.text()).not.toBe('')
    backend.advance(absoluteLimit)
    await expect.poll(stream.isOpen).toBe(false)
  })

  it('ends with the session that opened it, also where the sign-in has a newer one', async () => {
    const backend = await aBackend({ heartbeat: 5 })
    const { store, company, signIn } = backend
    const stream = await open(backend)
    await expect.poll(() => stream.text()).not.toBe('')
    const { session } = (await store.admit(company, signIn('boss'))) ?? {}
    await store.endSession(company, session?.id ?? '', 'idle')
    await store.reopen(company, signIn('boss'))
    await expect.poll(stream.isOpen).toBe(false)
    const next = await open(backend)
    await expect.poll(() => next.text()).not.toBe('')
    expect(next.isOpen()).toBe(true)
  })

  it('ends after five minutes, so that its client authenticates again', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const backend = await aBackend({ heartbeat: 5 })
    const stream = await open(backend)
    vi.advanceTimersByTime(299_999)
    const before = stream.text().length
    await expect.poll(() => stream.text().length).toBeGreaterThan(before + 10)
    expect(stream.isOpen()).toBe(true)
    vi.advanceTimersByTime(1)
    await expect.poll(stream.isOpen).toBe(false)
  })

  it('names no one else to a viewer whose permission ended with the same change', async () => {
    const backend = await aBackend()
    const stream = await open(backend, '', 'manager')
    await expect.poll(() => stream.text()).not.toBe('')
    const changes: Change[] = ['agent', 'manager'].map((userId) => ({
      kind: 'set_role',
      userId,
      roleId: 'agent',
    }))
    await backend.store.write(
      backend.company,
      { id: 'i', fingerprint: '', actor: { kind: 'user', id: 'boss' }, requestId: 'r' },
      { userIds: ['agent', 'manager'], decide: () => ({ changes, audit: [], answer: null }) },
    )
    await expect.poll(stream.isOpen).toBe(false)
    expect(stream.events).toMatchObject([{ resource: 'users', ids: ['manager'] }])
  })

  it('ends with the server, which opens no new stream while it stops', async () => {
    const backend = await aBackend()
    const streams = [await open(backend), await open(backend, '', 'manager')]
    await expect.poll(() => streams.every(({ text }) => text() !== '')).toBe(true)
    backend.endStreams()
    await expect.poll(() => streams.some(({ isOpen }) => isOpen())).toBe(false)
    const again = await backend.ask('/v1/events', asStream)
    expect([again.status, again.body.code, again.headers.get('retry-after')]).toEqual([
      503,
      'unavailable',
      '1',
    ])
  })

  it('ends, and does not fail, when the store is away', async () => {
    let isAway = false
    const away = (store: Store): Store => ({
      ...store,
      changes: (...asked) =>
        isAway ? Promise.reject(new StoreUnavailable('gone')) : store.changes(...asked),
    })
    const backend = await aBackend({ store: away, heartbeat: 5 })
    const stream = await open(backend)
    await expect.poll(() => stream.text()).not.toBe('')
    isAway = true
    await expect.poll(stream.isOpen).toBe(false)
  })

  it('is bounded for each session, and free again when one ends', async () => {
    const backend = await aBackend()
    const streams = await Promise.all(Array.from({ length: 8 }, () => open(backend)))
    const refused = await backend.ask('/v1/events', asStream)
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited'])
    expect(refused.headers.get('retry-after')).toBe('30')
    expect((await backend.send('/v1/events', { ...asStream, as: 'manager' })).status).toBe(200)
    await streams[0]?.close()
    await open(backend)
  })

  it('leaves no watcher behind without a reader', async () => {
    const stopped = vi.fn()
    const counting = (store: Store): Store => ({
      ...store,
      watch(...asked) {
        const stop = store.watch(...asked)
        return () => {
          stopped()
          stop()
        }
      },
    })
    const backend = await aBackend({ store: counting })
    const read = await open(backend)
    await expect.poll(() => read.text()).not.toBe('')
    await read.close()
    await expect.poll(() => stopped.mock.calls.length).toBe(1)
  })
})
