import { describe, expect, it } from 'vitest'
import { aList, settle } from './a-list.ts'
import { openList } from './an-open-list.ts'
import { aUser } from './array-api.ts'

const people = (count: number) => Array.from({ length: count }, (_, number) => aUser(number))

describe('a list of users that changes on the server', () => {
  it('brings what is seen up to date by id and moves no row', async () => {
    const { list, server, now, answer, ids } = await openList(people(60))
    server.change((users) => [
      aUser(900),
      ...users.flatMap((user) => {
        if (user.id === 'u1') return []
        return user.id === 'u2' ? { ...user, name: 'Renamed' } : user
      }),
    ])
    void list.refetch()
    await answer()
    expect(ids(0, 4)).toEqual(['u0', 'u1', 'u2', 'u3'])
    expect(now().source.at(2)).toMatchObject({ name: 'Renamed' })
    expect(now().changes).toBe(1)
    void list.applyChanges()
    expect(ids(0, 2)).toEqual(['u0', 'u1'])
    expect(now()).toMatchObject({ isPlaceholder: true, isFetching: true })
    await answer()
    expect(ids(0, 3)).toEqual(['u900', 'u0', 'u2'])
    expect(now()).toMatchObject({ changes: 0, isPlaceholder: false })
  })

  it('drops what is not seen when a window of another revision comes', async () => {
    const { list, server, answer, ids, now } = await openList(people(1_000))
    list.loadRange({ start: 500, end: 520 })
    await answer()
    server.change((users) => [aUser(5_000), ...users])
    list.loadRange({ start: 560, end: 580 })
    await answer()
    expect(ids(0, 1)).toEqual([undefined])
    expect(ids(561, 562)).toEqual(['u560'])
    list.loadRange({ start: 0, end: 20 })
    await answer()
    expect(ids(0, 2)).toEqual(['u5000', 'u0'])
    expect(now().changes).toBe(0)
  })

  it('drops the window ahead when another revision comes, and reads it when it comes into view', async () => {
    const { list, server, answer, asked, ids } = await openList(people(1_000))
    list.loadRange({ start: 40, end: 60 })
    await answer()
    expect(ids(100, 101)).toEqual(['u100'])
    server.change((users) => [aUser(5_000), ...users])
    void list.refetch()
    await answer()
    expect(ids(100, 101)).toEqual([undefined])
    list.loadRange({ start: 90, end: 110 })
    expect(await asked()).toEqual([[100, 100]])
    await answer()
    expect(ids(100, 101)).toEqual(['u99'])
  })

  it('keeps the seen half and says so when the other half is of another revision', async () => {
    const { list, server, answer, ids, now } = await openList(people(1_000))
    server.change((users) => [aUser(5_000), ...users])
    list.loadRange({ start: 40, end: 60 })
    await answer()
    expect(ids(48, 52)).toEqual(['u48', 'u49', 'u49', 'u50'])
    expect(now().changes).toBe(1)
    list.loadRange({ start: 60, end: 80 })
    await settle()
    expect(now().changes).toBe(0)
  })

  it('reads all of it again after changes are applied', async () => {
    const { list, server, answer, now } = await openList(people(1_000))
    list.loadRange({ start: 500, end: 520 })
    await answer()
    server.touch((users) => users.map((user) => ({ ...user, name: 'Renamed' })))
    void list.applyChanges()
    await answer()
    list.loadRange({ start: 0, end: 20 })
    await answer()
    expect(now().source.at(0)).toMatchObject({ name: 'Renamed' })
  })

  it('takes a new revision silently where nothing that is seen has moved', async () => {
    const { list, server, answer, now } = await openList(people(100))
    server.change((users) => [...users, aUser(100)])
    void list.refetch()
    await answer()
    expect(now().changes).toBe(0)
    expect(now().source.total).toBe(101)
  })

  it('does not count a new order as a change while the revision is the same', async () => {
    const { list, server, answer, ids, now } = await openList(people(3))
    server.touch((users) => users.toReversed())
    void list.refetch()
    await answer()
    expect(ids(0, 3)).toEqual(['u0', 'u1', 'u2'])
    expect(now().changes).toBe(0)
  })

  it('keeps the source while nothing in it changes', async () => {
    const { list, answer, now } = await openList(people(60))
    const { source } = now()
    void list.refetch()
    await answer()
    expect(now().source).toBe(source)
  })

  it('reads what is seen again when its resource is invalidated', async () => {
    const { state, asked } = await openList(people(60))
    state.invalidate('roles')
    expect(await asked()).toEqual([])
    state.invalidate('users')
    expect(await asked()).toEqual([[0, 50]])
  })

  it('applies the server’s latest rows although an earlier response is still arriving', async () => {
    const { list, server, ids, now, ...setup } = aList(people(3))
    setup.open()
    await settle()
    server.change((users) => users.slice(1))
    void list.applyChanges()
    await settle()
    const [late, fresh] = server.requests
    expect(late?.signal?.aborted).toBe(true)
    fresh?.answer()
    late?.answer()
    await settle()
    expect(ids(0, 2)).toEqual(['u1', 'u2'])
    expect(now().isFetching).toBe(false)
  })
})
