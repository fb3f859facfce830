import { describe, expect, it, vi } from 'vitest'
import { parseUsersView } from '../../src/state/users/parse-users-view.ts'
import { createUsersView, type UsersViewOptions } from '../../src/state/users/users-view.ts'
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

  it('takes an emptied search at once', () => {
    const { view } = aView({ defaultQuery: { search: 'ada' } })
    view.setSearch('')
    expect(view.getState().query).toEqual({})
  })

  it('takes the typed search along when something else is asked before typing rests', () => {
    const { view, clock } = aView()
    const queries = vi.fn()
    view.control({ onQueryChange: queries })
    view.setSearch('ada')
    view.setSort('-joined')
    clock.advance(1_000)
    expect(queries.mock.calls).toEqual([[{ search: 'ada', sort: '-joined' }]])
  })

  it('keeps the query while nothing new is asked', () => {
    const { view, clock } = aView({ defaultQuery: { roleIds: ['b', 'a'] } })
    const { query } = view.getState()
    view.setFilters({ roleIds: ['a', 'b', 'a'], teamIds: [] })
    view.setSort('name')
    view.setSearch('   ')
    clock.advance(1_000)
    expect(view.getState().query).toBe(query)
    expect(view.getState().search).toBe('   ')
  })

  it('keeps a filter that it is not told about', () => {
    const { view } = aView()
    view.setFilters({ roleIds: ['a'] })
    view.setFilters({ teamIds: ['t'] })
    expect(view.getState().query).toEqual({ roleIds: ['a'], teamIds: ['t'] })
    view.setFilters({ roleIds: [] })
    expect(view.getState().query).toEqual({ teamIds: ['t'] })
  })

  it('replaces the whole query when told to', () => {
    const { view, clock } = aView({ defaultQuery: { search: 'ada', roleIds: ['a'], sort: 'joined' } })
    view.setSearch('ada l')
    view.setQuery({ teamIds: ['t'] })
    clock.advance(1_000)
    expect(view.getState()).toMatchObject({ query: { teamIds: ['t'] }, search: '' })
  })

  it('cuts a search to what the contract takes', () => {
    const { view } = aView({ defaultQuery: { search: 'x'.repeat(300) } })
    expect(view.getState().query.search).toHaveLength(200)
  })

  it('does not take a key back when a slow host answers an earlier one', () => {
    const { view, clock } = aView()
    const asked = vi.fn()
    const own = (search: string) => view.control({ query: { search }, onQueryChange: asked })
    own('')
    view.setSearch('ad')
    clock.advance(250)
    view.setSearch('ada')
    own('ad')
    expect(view.getState()).toMatchObject({ search: 'ada', query: { search: 'ad' } })
    clock.advance(250)
    expect(asked).toHaveBeenLastCalledWith({ search: 'ada' })
  })

  it('asks a host for all that was asked in one turn', () => {
    const { view } = aView()
    const asked = vi.fn()
    view.control({ query: { sort: '-joined' }, onQueryChange: asked })
    view.setFilters({ roleIds: ['admin'] })
    view.setFilters({ teamIds: ['night'] })
    expect(asked).toHaveBeenLastCalledWith({ sort: '-joined', roleIds: ['admin'], teamIds: ['night'] })
  })

  it('asks a host for nothing that it has refused before', async () => {
    const { view } = aView()
    const asked = vi.fn()
    view.control({ query: {}, onQueryChange: asked })
    view.setFilters({ roleIds: ['admin'] })
    await Promise.resolve()
    view.setFilters({ teamIds: ['night'] })
    expect(asked).toHaveBeenLastCalledWith({ teamIds: ['night'] })
  })

  it('shows the text of a query that its host has put there', () => {
    const { view } = aView()
    view.control({ query: { search: 'from the address' } })
    expect(view.getState().search).toBe('from the address')
  })

  it('has one serialisable value, the typed search included', () => {
    const { view } = aView({ defaultQuery: { roleIds: ['a'] } })
    view.setSearch(' ada ')
    view.openUser('u7')
    const text = JSON.stringify(view)
    expect(JSON.parse(text)).toEqual({ search: 'ada', roleIds: ['a'], openUserId: 'u7' })
    const copy = createUsersView(parseUsersView(JSON.parse(text)))
    expect(copy.toJSON()).toEqual(view.toJSON())
    expect(copy.getState()).toEqual({
      query: { search: 'ada', roleIds: ['a'] },
      search: 'ada',
      openUserId: 'u7',
    })
  })
})

describe('parseUsersView', () => {
  it.each([
    null,
    7,
    'text',
    [],
    { search: 7, sort: 'salary', roleIds: 'a', teamIds: [null, ''], openUserId: 1 },
  ])('leaves out what makes no sense: %j', (json) => {
    expect(parseUsersView(json)).toEqual({ defaultQuery: {}, defaultOpenUserId: null })
  })
})
