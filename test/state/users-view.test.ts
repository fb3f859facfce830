import { describe, expect, it, vi } from 'vitest'
import { parseUsersViewJSON } from '../../src/contract/users-view-json.ts'
import { createUsersView, type UsersView, type UsersViewOptions } from '../../src/state/users/users-view.ts'
import { createManualClock } from './manual-clock.ts'

function aView(options: UsersViewOptions = {}) {
  const clock = createManualClock()
  return { clock, view: createUsersView({ clock, ...options }) }
}

describe('a view of users', () => {
  it('follows the search a quarter of a second after the last key', () => {
    const { view, clock } = aView()
    view.setSearch('a')
    clock.advance(200)
    view.setSearch('ad')
    clock.advance(249)
    expect(view.getState()).toMatchObject({ search: 'ad', query: {} })
    clock.advance(1)
    expect(view.getState().query).toEqual({ search: 'ad' })
  })

  it('searches at once when the search is emptied', () => {
    const { view } = aView({ defaultView: { search: 'ada' } })
    view.setSearch('')
    expect(view.getState().query).toEqual({})
  })

  it('includes the typed search when something else changes before the typing pauses', () => {
    const { view, clock } = aView()
    const queries = vi.fn()
    view.control({ onChange: ({ query }) => queries(query) })
    view.setSearch('ada')
    view.setSort('-joined')
    clock.advance(1_000)
    expect(queries.mock.calls).toEqual([[{ search: 'ada', sort: '-joined' }]])
  })

  it('keeps the query while nothing changes', () => {
    const { view, clock } = aView({ defaultView: { roleIds: ['b', 'a'] } })
    const { query } = view.getState()
    view.setFilters({ roleIds: ['a', 'b', 'a'], teamIds: [] })
    view.setSort('name')
    view.setSearch('   ')
    clock.advance(1_000)
    expect(view.getState().query).toBe(query)
    expect(view.getState().search).toBe('   ')
  })

  it('keeps filters that are left out', () => {
    const { view } = aView()
    view.setFilters({ roleIds: ['a'] })
    view.setFilters({ teamIds: ['t'] })
    expect(view.getState().query).toEqual({ roleIds: ['a'], teamIds: ['t'] })
    view.setFilters({ roleIds: [] })
    expect(view.getState().query).toEqual({ teamIds: ['t'] })
  })

  it('replaces the whole query with setQuery', () => {
    const { view, clock } = aView({ defaultView: { search: 'ada', roleIds: ['a'], sort: 'joined' } })
    view.setSearch('ada l')
    view.setQuery({ teamIds: ['t'] })
    clock.advance(1_000)
    expect(view.getState()).toMatchObject({ query: { teamIds: ['t'] }, search: '' })
  })

  it('cuts a search to the length that the contract allows', () => {
    const { view } = aView({ defaultView: { search: 'x'.repeat(300) } })
    expect(view.getState().query.search).toHaveLength(200)
  })

  it('keeps typed keys when a slow host hands back an earlier search', () => {
    const { view, clock } = aView()
    const asked = vi.fn()
    const own = (search: string) =>
      view.control({ value: { query: { search } }, onChange: ({ query }) => asked(query) })
    own('')
    view.setSearch('ad')
    clock.advance(250)
    view.setSearch('ada')
    own('ad')
    expect(view.getState()).toMatchObject({ search: 'ada', query: { search: 'ad' } })
    clock.advance(250)
    expect(asked).toHaveBeenLastCalledWith({ search: 'ada' })
  })

  it('reports all changes of one turn to the host together', () => {
    const { view } = aView()
    const asked = vi.fn()
    view.control({ value: { query: { sort: '-joined' } }, onChange: ({ query }) => asked(query) })
    view.setFilters({ roleIds: ['admin'] })
    view.setFilters({ teamIds: ['night'] })
    expect(asked).toHaveBeenLastCalledWith({ sort: '-joined', roleIds: ['admin'], teamIds: ['night'] })
  })

  it('forgets a change that the host refused', async () => {
    const { view } = aView()
    const asked = vi.fn()
    view.control({ value: { query: {} }, onChange: ({ query }) => asked(query) })
    view.setFilters({ roleIds: ['admin'] })
    await Promise.resolve()
    view.setFilters({ teamIds: ['night'] })
    expect(asked).toHaveBeenLastCalledWith({ teamIds: ['night'] })
  })

  it('shows the search of a query that the host sets', () => {
    const { view } = aView()
    view.control({ value: { query: { search: 'from the address' } } })
    expect(view.getState().search).toBe('from the address')
  })

  it('returns as JSON what its parser reads, the typed search included', () => {
    const { view } = aView({ defaultView: { roleIds: ['a'] } })
    view.setSearch(' ada ')
    view.openUser('u7')
    view.setHiddenColumns([])
    view.setColumnOrder(['joined', 'role'])
    view.setDensity('compact')
    const text = JSON.stringify(view)
    const look = { hiddenColumns: [], columnOrder: ['joined', 'role'], density: 'compact' }
    expect(JSON.parse(text)).toEqual({ search: 'ada', roleIds: ['a'], openUserId: 'u7', ...look })
    const copy = createUsersView({ defaultView: parseUsersViewJSON(JSON.parse(text)) })
    expect(copy.toJSON()).toEqual(view.toJSON())
    expect(copy.getState()).toEqual({
      query: { search: 'ada', roleIds: ['a'] },
      search: 'ada',
      openUserId: 'u7',
      ...look,
    })
  })

  it('returns an empty object as JSON while everything is at its default', () => {
    const { view } = aView()
    expect(view.toJSON()).toEqual({})
    view.openUser('u7')
    view.openUser(null)
    view.setSort('name')
    expect(view.toJSON()).toEqual({})
  })

  it('lets a host own one part and keeps the others', () => {
    const { view } = aView()
    const changes = vi.fn()
    view.control({ value: { openUserId: 'u1' }, onChange: ({ openUserId }) => changes(openUserId) })
    view.openUser('u2')
    view.setDensity('compact')
    view.setHiddenColumns(['role'])
    expect(view.getState()).toMatchObject({
      openUserId: 'u1',
      density: 'compact',
      hiddenColumns: ['role'],
    })
    expect(changes).toHaveBeenCalledWith('u2')
    view.control({ value: { openUserId: 'u2' } })
    expect(view.getState().openUserId).toBe('u2')
  })

  it.each([
    ['the open user', (view: UsersView) => view.openUser('u7')],
    ['hidden columns', (view: UsersView) => view.setHiddenColumns(['role'])],
    ['the order of columns', (view: UsersView) => view.setColumnOrder(['role'])],
    ['the density', (view: UsersView) => view.setDensity('compact')],
    ['the query', (view: UsersView) => view.setFilters({ roleIds: ['a'] })],
  ])('notifies its listeners and its host once of %s, and not of the same again', (_, set) => {
    const { view } = aView()
    const [listener, host] = [vi.fn(), vi.fn()]
    view.subscribe(listener)
    view.control({ onChange: host })
    set(view)
    const after = view.getState()
    set(view)
    expect(view.getState()).toBe(after)
    expect(listener).toHaveBeenCalledOnce()
    expect(host).toHaveBeenCalledOnce()
  })

  it('goes on waiting for the typed search when a user is opened', () => {
    const { view, clock } = aView()
    view.setSearch('ada')
    view.openUser('u7')
    expect(view.getState().query).toEqual({})
    clock.advance(250)
    expect(view.getState()).toMatchObject({ query: { search: 'ada' }, openUserId: 'u7' })
  })

  it('keeps the object of a part that a host hands back with equal content', () => {
    const { view } = aView({ defaultView: { hiddenColumns: ['role'], roleIds: ['a'] } })
    const before = view.getState()
    view.control({ value: { hiddenColumns: ['role'], query: { teamIds: [], roleIds: ['a'] } } })
    expect(view.getState()).toBe(before)
  })
})
