import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { createRowList } from '../../src/state/lists/row-list.ts'
import { createUsersView } from '../../src/state/users/users-view.ts'
import { aList, settle } from './a-list.ts'
import { openList } from './an-open-list.ts'
import { aUser } from './array-api.ts'

const people = (count: number) => Array.from({ length: count }, (_, number) => aUser(number))
const unavailable = new ApiError('unavailable', 'not now')

describe('a list of users', () => {
  it('loads the first window and shows it', async () => {
    const { list, now, asked, answer, idsOfRows, ...setup } = aList(people(120))
    expect(now()).toMatchObject({ status: 'loading', rows: [], isFetching: true })
    setup.open()
    expect(await asked()).toEqual([[0, 50]])
    await answer()
    expect(now()).toMatchObject({ status: 'ready', isFetching: false, isPlaceholder: false, changes: 0 })
    expect(now().source).toMatchObject({ total: 120, totalIs: 'exact' })
    expect(idsOfRows()).toHaveLength(50)
    expect(list.getSnapshot()).toBe(now())
  })

  it('loads nothing before the first subscription, and cancels after the last', async () => {
    const { open, asked, server } = aList(people(120))
    expect(await asked()).toEqual([])
    const close = open()
    await settle()
    close()
    expect(server.requests.map(({ signal }) => signal?.aborted)).toEqual([true])
  })

  it('sends one request when it is left and opened again in one turn', async () => {
    const { open, server } = aList(people(120))
    open()()
    open()
    await settle()
    expect(server.requests).toHaveLength(1)
  })

  it('jumps to the middle of a million with one request, wherever it lands', async () => {
    const { list, server, asked, ids, open } = aList(people(50))
    open()
    await settle()
    server.requests.splice(0)[0]?.answer((window) => ({ ...window, total: 1_000_000 }))
    await settle()
    list.loadRange({ start: 499_990, end: 500_010 })
    expect(await asked()).toEqual([[499_950, 100]])
    const rows = Array.from({ length: 100 }, (_, at) => aUser(499_950 + at))
    server.requests.splice(0)[0]?.answer((window) => ({ ...window, rows, total: 1_000_000 }))
    await settle()
    expect(ids(499_999, 500_001)).toEqual(['u499999', 'u500000'])
  })

  it('reads one window ahead in the direction of travel', async () => {
    const { list, asked, answer } = await openList(people(1_000))
    list.loadRange({ start: 40, end: 60 })
    expect(await asked()).toEqual([[50, 100]])
    await answer()
    list.loadRange({ start: 90, end: 110 })
    expect(await asked()).toEqual([[150, 50]])
  })

  it('reads nothing ahead when a range settles after a jump', async () => {
    const { list, asked, answer } = await openList(people(1_000))
    list.loadRange({ start: 951, end: 970 })
    expect(await asked()).toEqual([[950, 50]])
    await answer()
    list.loadRange({ start: 949, end: 968 })
    expect(await asked()).toEqual([[900, 50]])
  })

  it('loads at most four windows with one request', async () => {
    const { list, asked } = await openList(people(1_000))
    list.showPage({ start: 200, end: 500 })
    expect(await asked()).toEqual([
      [200, 200],
      [400, 100],
    ])
  })

  it('lets a request go on while one of its windows is wanted', async () => {
    const { list, server, asked, answer, ids } = await openList(people(1_000))
    list.loadRange({ start: 490, end: 510 })
    await settle()
    list.loadRange({ start: 500, end: 520 })
    await settle()
    expect(server.requests[0]?.signal?.aborted).toBe(false)
    expect(await asked()).toEqual([
      [450, 100],
      [550, 50],
    ])
    await answer()
    expect(ids(500, 501)).toEqual(['u500'])
  })

  it('does not report the failure of what was given up', async () => {
    const { list, server, events } = await openList(people(1_000))
    list.loadRange({ start: 500, end: 520 })
    await settle()
    list.loadRange({ start: 0, end: 20 })
    server.requests.splice(0)[0]?.fail(unavailable)
    await settle()
    expect(events.filter(({ type }) => type === 'request.failed')).toEqual([])
  })

  it('cancels what a fling has left behind', async () => {
    const { list, server, asked } = await openList(people(100_000))
    for (const start of [10_000, 20_000, 30_000]) {
      list.loadRange({ start, end: start + 20 })
      await settle()
    }
    expect(await asked()).toEqual([[30_000, 50]])
    expect(server.requests).toHaveLength(3)
  })

  it('shows a window that it still has without asking', async () => {
    const { list, server, answer, ids } = await openList(people(1_000))
    list.loadRange({ start: 500, end: 520 })
    await answer()
    list.loadRange({ start: 0, end: 20 })
    await settle()
    expect(server.requests).toHaveLength(0)
    expect(ids(0, 1)).toEqual(['u0'])
  })

  it('reads a window again that comes back into view after half a minute', async () => {
    const { list, clock, answer, asked } = await openList(people(1_000))
    list.loadRange({ start: 500, end: 520 })
    await answer()
    clock.advance(30_000)
    list.loadRange({ start: 0, end: 20 })
    expect(await asked()).toEqual([[0, 50]])
  })

  it('keeps 24 windows', async () => {
    const { list, now, answer } = await openList(people(10_000))
    for (let start = 0; start < 5_000; start += 100) {
      list.loadRange({ start, end: start + 20 })
      await answer()
    }
    const loaded = Array.from({ length: 200 }, (_, index) => now().source.at(index * 50)).filter(Boolean)
    expect(loaded).toHaveLength(24)
  })

  it('keeps the rows of a page until the next page is there', async () => {
    const { list, now, answer, idsOfRows } = await openList(people(120))
    list.showPage({ start: 0, end: 2 })
    list.showPage({ start: 50, end: 52 })
    expect(idsOfRows()).toEqual(['u0', 'u1'])
    expect(now()).toMatchObject({ isPlaceholder: true, isFetching: true })
    await answer()
    expect(idsOfRows()).toEqual(['u50', 'u51'])
    expect(now().isPlaceholder).toBe(false)
  })

  it('shows the error of a first failure, and the list after a retry', async () => {
    const { list, server, now, answer, ...setup } = aList(people(3))
    setup.open()
    await settle()
    server.requests.splice(0)[0]?.fail(new TypeError('Failed to fetch'))
    await settle()
    expect(now()).toMatchObject({ status: 'error', rows: [], isFetching: false, error: { code: 'network' } })
    void list.refetch()
    await answer()
    expect(now()).toMatchObject({ status: 'ready', error: null })
  })

  it('reports a request that fails once, however many windows it was for', async () => {
    const { list, server, events, now } = await openList(people(1_000))
    list.loadRange({ start: 190, end: 310 })
    await settle()
    expect(server.requests.map(({ query }) => [query.offset, query.limit])).toEqual([[150, 200]])
    server.requests.splice(0)[0]?.fail(unavailable)
    await settle()
    expect(events.filter(({ type }) => type === 'request.failed')).toEqual([
      {
        type: 'request.failed',
        context: { resource: 'users', offset: 150, limit: 200 },
        error: unavailable,
        ms: 0,
      },
    ])
    expect(now()).toMatchObject({ status: 'ready', error: unavailable })
  })

  it('loads a window ahead that failed again when it comes into view', async () => {
    const { list, server, now, asked, answer } = await openList(people(1_000))
    list.loadRange({ start: 500, end: 520 })
    await answer()
    list.loadRange({ start: 540, end: 560 })
    await answer()
    list.loadRange({ start: 590, end: 610 })
    await settle()
    server.requests.splice(0)[0]?.fail(unavailable)
    await settle()
    expect(now().error).toBe(null)
    list.loadRange({ start: 640, end: 660 })
    expect(await asked()).toEqual([[650, 100]])
  })

  it('shares windows and requests with another list, which keeps them when the first one leaves', async () => {
    const { list, view, state, server, open, now, answer } = aList(people(1_000))
    const close = open()
    const other = createRowList(state, state.users, view)
    other.subscribe(() => {})
    await settle()
    close()
    await settle()
    expect(server.requests.map(({ signal }) => signal?.aborted)).toEqual([false])
    await answer()
    expect(other.getSnapshot().status).toBe('ready')
    open()
    expect(now().status).toBe('ready')
    expect(list.getSnapshot().rows[0]).toBe(other.getSnapshot().rows[0])
    expect(server.requests).toEqual([])
  })

  it('never joins windows of two queries in one request', async () => {
    const { list, view, state, server, open } = aList(people(1_000))
    open()
    createRowList(state, state.users, createUsersView()).subscribe(() => {})
    view.setQuery({ search: 'user-1' })
    list.showPage({ start: 50, end: 60 })
    await settle()
    expect(server.open().map(({ query }) => query)).toEqual([
      { offset: 0, limit: 50 },
      { search: 'user-1', offset: 50, limit: 50 },
    ])
  })

  it('keeps rows beside the error of a refetch', async () => {
    const { list, server, now, idsOfRows } = await openList(people(3))
    void list.refetch()
    await settle()
    server.requests.splice(0)[0]?.fail(unavailable)
    await settle()
    expect(now()).toMatchObject({ status: 'ready', error: unavailable })
    expect(idsOfRows()).toHaveLength(3)
  })
})
