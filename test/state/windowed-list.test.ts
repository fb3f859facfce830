import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import type { User } from '../../src/contract/users.ts'
import { createRowList } from '../../src/state/lists/row-list.ts'
import { createUsersView } from '../../src/state/users/users-view.ts'
import { aList, settle } from './a-list.ts'
import { aUser } from './array-api.ts'

const people = (count: number) => Array.from({ length: count }, (_, number) => aUser(number))
const unavailable = new ApiError('unavailable', 'not now')

async function openList(users: readonly User[]) {
  const list = aList(users)
  const close = list.open()
  await list.answer()
  return { ...list, close }
}

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

describe('a list of users whose server errs', () => {
  async function answerWith(
    change: Parameters<ReturnType<typeof aList>['server']['requests'][0]['answer']>[0],
  ) {
    const setup = aList(people(120))
    setup.open()
    await settle()
    setup.server.requests.splice(0)[0]?.answer(change)
    await settle()
    const faults = () =>
      setup.events.flatMap((event) => (event.type === 'answer.inconsistent' ? event.fault : []))
    return { ...setup, faults }
  }

  it('ignores rows beyond those requested', async () => {
    const { ids, faults } = await answerWith((window) => ({ ...window, rows: people(90) }))
    expect(ids(49, 51)).toEqual(['u49', undefined])
    expect(faults()).toEqual(['too_many_rows'])
  })

  it('trusts the offset that it requested', async () => {
    const { ids, faults } = await answerWith((window) => ({ ...window, offset: 70 }))
    expect(ids(0, 1)).toEqual(['u0'])
    expect(faults()).toEqual(['wrong_offset'])
  })

  it.each([-1, Number.NaN, 1.5, 3])(
    'counts at least the rows that arrived if the total is %s',
    async (total) => {
      const { now, faults } = await answerWith((window) => ({ ...window, total }))
      expect(now().source).toMatchObject({ total: 50, totalIs: 'atLeast' })
      expect(faults()).toEqual(['wrong_total'])
    },
  )

  it('keeps the places of rows that did not come', async () => {
    const { ids, faults } = await answerWith((window) => ({ ...window, rows: window.rows.slice(0, 2) }))
    expect(ids(0, 4)).toEqual(['u0', 'u1', '?', '?'])
    expect(faults()).toEqual(['missing_rows'])
  })

  it('shows a row once that came twice, and reports the fault once', async () => {
    const { list, server, ids, faults } = await answerWith((window) => ({
      ...window,
      rows: [aUser(0), ...window.rows.slice(0, 49)],
    }))
    expect(ids(0, 3)).toEqual(['u0', '?', 'u1'])
    void list.refetch()
    await settle()
    server.requests.splice(0)[0]?.answer((window) => ({ ...window, rows: Array(50).fill(aUser(0)) }))
    await settle()
    expect(faults()).toEqual(['repeated_rows'])
  })

  it('keeps the place of an unreadable row and reports it once', async () => {
    const broken = { unreadable: true, id: 'u1', issue: 'role: missing' } as const
    const spoil = (row: { id?: string }) => row.id === 'u1'
    const { list, server, ids, idsOfRows, events } = await answerWith((window) => ({
      ...window,
      rows: window.rows.map((row) => (spoil(row) ? broken : row)),
    }))
    expect(ids(0, 3)).toEqual(['u0', '?', 'u2'])
    expect(idsOfRows()).toHaveLength(49)
    void list.refetch()
    await settle()
    server.requests.splice(0)[0]?.answer((window) => ({
      ...window,
      rows: window.rows.map((row) => (spoil(row) ? broken : row)),
    }))
    await settle()
    expect(events.filter(({ type }) => type === 'row.unreadable')).toEqual([
      { type: 'row.unreadable', resource: 'users', index: 1, id: 'u1', issue: 'role: missing' },
    ])
  })

  it('shows an error if the response isn’t a window', async () => {
    const { now } = await answerWith(() => JSON.parse('{}'))
    expect(now()).toMatchObject({ status: 'error', error: { code: 'unknown' } })
  })

  it('survives a range that makes no sense', async () => {
    const { list, now } = await answerWith((window) => window)
    for (const start of [Number.NaN, -5, Number.POSITIVE_INFINITY]) {
      list.loadRange({ start, end: Number.NaN })
      list.showPage({ start, end: -1 })
    }
    expect(now().status).toBe('ready')
  })
})
