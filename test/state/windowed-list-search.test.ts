import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { settle } from './a-list.ts'
import { openList } from './an-open-list.ts'
import { aUser } from './array-api.ts'

const people = (count: number) => Array.from({ length: count }, (_, number) => aUser(number))
const unavailable = new ApiError('unavailable', 'not now')

describe('a list of users and its searches', () => {
  it('keeps the old list until the first window of a new search is there', async () => {
    const { view, clock, now, answer, ids } = await openList(people(120))
    view.setSearch('user-11')
    clock.advance(0)
    expect(now()).toMatchObject({ status: 'ready', isPlaceholder: true, isFetching: true })
    expect(ids(0, 2)).toEqual(['u0', 'u1'])
    await answer()
    expect(now()).toMatchObject({ isPlaceholder: false, isFetching: false })
    expect(now().source.total).toBe(11)
    expect(ids(0, 2)).toEqual(['u11', 'u110'])
  })

  it('begins a new search at its first row', async () => {
    const { list, view, answer, asked } = await openList(people(1_000))
    list.loadRange({ start: 900, end: 920 })
    await answer()
    view.setQuery({ search: 'user-1' })
    expect(await asked()).toEqual([[0, 50]])
  })

  it('goes back to an earlier search without asking', async () => {
    const { view, answer, asked, now } = await openList(people(120))
    view.setQuery({ search: 'user-11' })
    await answer()
    view.setQuery({})
    expect(now().source.total).toBe(120)
    expect(await asked()).toEqual([])
  })

  it('cancels a search that is no longer wanted', async () => {
    const { view, server, now, idsOfRows } = await openList(people(120))
    view.setQuery({ search: 'user-1' })
    await settle()
    view.setQuery({ search: 'user-11' })
    await settle()
    const [late, wanted] = server.requests
    expect(late?.signal?.aborted).toBe(true)
    wanted?.answer()
    await settle()
    late?.answer()
    await settle()
    expect(now().source.total).toBe(11)
    expect(idsOfRows()[0]).toBe('u11')
  })

  it('keeps rows beside the error of a new search, and takes the list when a retry brings it', async () => {
    const { view, list, server, now, answer, idsOfRows, events } = await openList(people(120))
    view.setQuery({ search: 'user-11' })
    await settle()
    server.requests.splice(0)[0]?.fail(unavailable)
    await settle()
    expect(now()).toMatchObject({
      status: 'ready',
      error: unavailable,
      isPlaceholder: true,
      isFetching: false,
    })
    expect(idsOfRows()).toHaveLength(50)
    expect(events.filter(({ type }) => type === 'request.failed')).toHaveLength(1)
    void list.refetch()
    await answer()
    expect(now()).toMatchObject({ status: 'ready', error: null, isPlaceholder: false })
    expect(idsOfRows()[0]).toBe('u11')
  })
})
