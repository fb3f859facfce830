import { describe, expect, it, vi } from 'vitest'
import type { User } from '../../src/contract/users.ts'
import { createOpenRow } from '../../src/state/lists/open-row.ts'
import { settle } from './a-list.ts'
import { aWriter } from './a-writer.ts'
import { aUser } from './array-api.ts'

const named = (number: number, name: string) => aUser(number, { name })

describe('what is known of a user', () => {
  it('is the response to the request that was sent last, in any order of arrival', () => {
    const { state, known } = aWriter()
    const [older, newer] = [state.ask(), state.ask()]
    known.learn(named(1, 'newer'), newer)
    expect(known.learn(named(1, 'older'), older).row.name).toBe('newer')
    expect(known.find('u1')?.row.name).toBe('newer')
    expect(known.learn(named(1, 'same request'), newer).row.name).toBe('same request')
    expect(known.learn(named(1, 'now')).row.name).toBe('now')
    expect(known.find('u1')).toMatchObject({ row: { name: 'now' }, asked: state.ask() - 1 })
  })

  it('is what a later window says, and is laid over an earlier one', async () => {
    const { state, known, open, rowOf, list, server } = aWriter()
    open()
    await settle()
    await settle()
    expect(known.find('u1')?.row).toBe(rowOf('u1'))
    known.learn(named(1, 'learned'))
    await settle()
    expect(rowOf('u1')?.name).toBe('learned')
    expect(list.getSnapshot().source.at(1)).toMatchObject({ name: 'learned' })
    server.others.changeRole('u1', 'quality')
    void state.reread('users')
    await settle()
    await settle()
    expect(rowOf('u1')?.role.id).toBe('quality')
    expect(known.find('u1')?.row.role.id).toBe('quality')
  })

  it('is the same object until it changes, including changes that are being saved', async () => {
    const { known, writes, open } = aWriter(3, (label) =>
      label === 'there' ? new Promise(() => {}) : Promise.resolve(),
    )
    open()
    await settle()
    await settle()
    void writes.changeRole('u1', 'admin')
    const shown = known.shown('u1')
    expect(shown?.role.id).toBe('admin')
    expect(known.shown('u1')).toBe(shown)
    void writes.changeTeams('u1', { add: ['t1'], remove: [] })
    expect(known.shown('u1')).not.toBe(shown)
    expect(known.shown('u1')).toMatchObject({ role: { id: 'admin' }, teams: [{ id: 't1' }] })
    expect(known.shown('u2')).toBe(known.find('u2')?.row)
    expect(known.shown('nobody')).toBe(undefined)
  })

  it('is remembered of a thousand users beside the lists, those learned last', () => {
    const { known } = aWriter()
    for (let number = 0; number < 1_000; number++) known.learn(aUser(number))
    known.learn(aUser(0))
    expect(known.find('u1')).toBeDefined()
    known.learn(aUser(1_000))
    expect(known.find('u1')).toBe(undefined)
    expect(known.find('u0')).toBeDefined()
    expect(known.find('u1000')).toBeDefined()
  })

  it('is reported to subscribers until they leave', () => {
    const { known } = aWriter()
    const listener = vi.fn()
    const leave = known.subscribe(listener)
    known.learn(aUser(1))
    expect(listener).toHaveBeenCalledOnce()
    leave()
    known.learn(aUser(1))
    expect(listener).toHaveBeenCalledOnce()
  })
})

describe('an open user', () => {
  async function opened(age: number) {
    const { state, clock, open, server } = aWriter()
    const close = open()
    await settle()
    await settle()
    close()
    const get = vi.spyOn(server.api.users, 'get')
    clock.advance(age)
    const user = createOpenRow(state, state.users, 'u1')
    user.subscribe(() => {})
    await settle()
    await settle()
    return { user, get }
  }

  it('is not read again within half a minute of the list', async () => {
    const { user, get } = await opened(29_999)
    expect(user.getSnapshot()).toMatchObject({ status: 'ready', isFetching: false, error: null })
    expect(get).not.toHaveBeenCalled()
  })

  it('is read again after half a minute', async () => {
    const { user, get } = await opened(30_000)
    expect(get).toHaveBeenCalledOnce()
    expect(user.getSnapshot()).toMatchObject({ status: 'ready', isFetching: false })
  })

  it('is loading, and is an error only while there is nothing to show', async () => {
    const { state, server, known } = aWriter()
    server.api.users.get = async () => {
      throw new Error('no')
    }
    const user = createOpenRow(state, state.users, 'u1')
    expect(user.getSnapshot()).toMatchObject({ status: 'loading', row: null, isFetching: true })
    user.subscribe(() => {})
    await settle()
    await settle()
    expect(user.getSnapshot()).toMatchObject({ status: 'error', row: null, isFetching: false })
    known.learn(aUser(1) satisfies User)
    expect(user.getSnapshot()).toMatchObject({
      status: 'ready',
      row: { id: 'u1' },
      error: { code: 'unknown' },
    })
    expect(user.getSnapshot()).toBe(user.getSnapshot())
  })

  it('says that the port cannot read one', async () => {
    const { state, server } = aWriter()
    delete server.api.users.get
    const user = createOpenRow(state, state.users, 'u1')
    user.subscribe(() => {})
    await settle()
    await settle()
    expect(user.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'unsupported' } })
  })
})
