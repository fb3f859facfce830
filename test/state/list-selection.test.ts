import { describe, expect, it } from 'vitest'
import { selectAll, selectionFrom, selectNone } from '../../src/base/selection.ts'
import { createReporter } from '../../src/state/core/reporter.ts'
import { createListSelection } from '../../src/state/lists/list-selection.ts'
import { createRowList } from '../../src/state/lists/row-list.ts'
import { createRosterState } from '../../src/state/roster/roster-state.ts'
import { createUsersView } from '../../src/state/users/users-view.ts'
import { aWriter } from './a-writer.ts'
import { createManualClock } from './manual-clock.ts'
import { createWriteApi } from './write-api.ts'

/** A selection over users that others can delete. */
async function aSelection(count = 3) {
  const server = createWriteApi(count)
  const clock = createManualClock()
  const state = createRosterState({
    api: server.api,
    epoch: 0,
    clock,
    reporter: createReporter(),
    reset: () => {},
  })
  const view = createUsersView({ clock })
  const list = createRowList(state, state.users, view)
  const selecting = createListSelection(state, state.users, view, list)
  const leave = selecting.subscribe(() => {})
  await expect.poll(() => list.getSnapshot().status).toBe('ready')
  const ids = () => selecting.getSnapshot().selection.toJSON()
  return { server, clock, state, view, list, selecting, leave, ids, ...selecting }
}

describe('ListSelection', () => {
  it('survives a change of the order', async () => {
    const { view, setSelection, getSnapshot } = await aSelection()
    setSelection(selectAll.set(['u1'], false))
    view.setSort('-name')
    expect(getSnapshot().selection.has('u0')).toBe(true)
    expect(getSnapshot().selection.has('u1')).toBe(false)
  })

  it('ends a selection of all that match with its search, and keeps picked users with a count', async () => {
    const { view, clock, list, setSelection, getSnapshot } = await aSelection()
    setSelection(selectAll)
    expect(getSnapshot()).toMatchObject({ selectedCount: 3, selectedElsewhere: 0 })
    view.setFilters({ roleIds: ['agent'] })
    expect(getSnapshot().selectedCount).toBe(0)
    const answered = () => expect.poll(() => list.getSnapshot().isPlaceholder).toBe(false)
    await answered()
    setSelection(selectionFrom({ mode: 'include', ids: ['u0', 'u1'] }))
    view.setSearch('x')
    clock.advance(1_000)
    await answered()
    setSelection(getSnapshot().selection.set(['u2'], true))
    expect(getSnapshot()).toMatchObject({ selectedCount: 3, selectedElsewhere: 2 })
    view.setQuery({ roleIds: ['agent'] })
    expect(getSnapshot()).toMatchObject({ selectedCount: 3, selectedElsewhere: 1 })
    await answered()
  })

  it('counts what is picked before the next rows are there with the search of the rows that are shown', async () => {
    const { view, clock, list, setSelection, getSnapshot } = await aSelection()
    const answered = () => expect.poll(() => list.getSnapshot().isPlaceholder).toBe(false)
    setSelection(selectionFrom({ mode: 'include', ids: ['u0'] }))
    view.setFilters({ roleIds: ['agent'] })
    setSelection(getSnapshot().selection.set(['u1'], true))
    await answered()
    expect(getSnapshot()).toMatchObject({ selectedCount: 2, selectedElsewhere: 2 })
    setSelection(getSnapshot().selection.set(['u2'], true))
    view.setSearch('x')
    clock.advance(1_000)
    view.setQuery({})
    expect(getSnapshot()).toMatchObject({ selectedCount: 3, selectedElsewhere: 1 })
    await answered()
    expect(getSnapshot()).toMatchObject({ selectedCount: 3, selectedElsewhere: 1 })
  })

  it('refuses all that match while a search is typed or on its way', async () => {
    const { view, clock, list, selectAll, getSnapshot } = await aSelection()
    view.setSearch('lind')
    selectAll()
    expect(getSnapshot()).toMatchObject({ selectedCount: 0, canSelectAll: false })
    clock.advance(1_000)
    expect(view.getState().query.search).toBe('lind')
    selectAll()
    expect(getSnapshot()).toMatchObject({ selectedCount: 0, canSelectAll: false })
    await expect.poll(() => list.getSnapshot().isPlaceholder).toBe(false)
    selectAll()
    expect(getSnapshot().selection.mode).toBe('exclude')
  })

  it('is over once every user was taken out, so that one who joins later is not selected', async () => {
    const { server, list, selectAll, setSelection, getSnapshot } = await aSelection()
    selectAll()
    for (const { id } of server.list()) setSelection(getSnapshot().selection.toggle(id))
    expect(getSnapshot().selection).toBe(selectNone)
    await list.applyChanges()
    expect(getSnapshot().selection.has('somebody new')).toBe(false)
  })

  it('drops picked users who left the company', async () => {
    const { server, state, setSelection, ids } = await aSelection()
    setSelection(selectionFrom({ mode: 'include', ids: ['u0', 'u1'] }))
    server.others.remove('u1')
    await state.departures.check(['u0', 'u1'])
    expect(ids()).toEqual({ mode: 'include', ids: ['u0'] })
  })

  it('keeps what was taken out of all when it leaves, is deleted, and comes back by an undo', async () => {
    const { server, list, state, setSelection, getSnapshot } = await aSelection()
    server.api.users.delete = async (id) => {
      server.others.remove(id)
      return {}
    }
    const ada = server.get('u0')
    setSelection(selectAll)
    setSelection(getSnapshot().selection.toggle('u0'))
    expect(getSnapshot().selectedCount).toBe(2)
    await state.writes.deleteUser('u0')
    await expect.poll(() => list.getSnapshot().source.total).toBe(2)
    await expect.poll(() => getSnapshot().selectedCount).toBe(2)
    expect(getSnapshot().selection.count(2)).toBe(2)
    server.others.add(ada)
    await list.applyChanges()
    expect(list.getSnapshot().source.total).toBe(3)
    expect(getSnapshot().selection.has('u0')).toBe(false)
    expect(getSnapshot().selectedCount).toBe(2)
    expect(getSnapshot().selection.toJSON()).toEqual({ mode: 'exclude', ids: ['u0'] })
  })

  it.each(['refreshed', 'noticed'])(
    'is over once the last of all has left (%s), so that one who joins is not selected',
    async (how) => {
      const { server, list, state, setSelection, getSnapshot } = await aSelection()
      setSelection(selectAll)
      await expect.poll(() => getSnapshot().selection.mode).toBe('exclude')
      setSelection(getSnapshot().selection.set(['u0', 'u1'], false))
      server.others.remove('u2')
      if (how === 'noticed') await state.departures.check(['u2'])
      else await list.applyChanges()
      await expect.poll(() => getSnapshot().selection).toBe(selectNone)
      server.others.add({ ...server.get('u0'), id: 'dana', name: 'Dana' })
      await list.applyChanges()
      expect(getSnapshot()).toMatchObject({ selectedCount: 0, selection: selectNone })
      expect(getSnapshot().selection.has('dana')).toBe(false)
    },
  )

  it.each([3, 140])('counts only those taken out of %i who still match the filter', async (count) => {
    const { server, view, list, setSelection, getSnapshot } = await aSelection(count)
    const { id: roleId } = server.get('u0').role
    server.api.users.ids = async (query, options) => {
      const { rows, ...window } = await server.api.users.list(query, options)
      return { ...window, rows: rows.map(({ id = '' }) => ({ id })) }
    }
    for (const { id } of server.list()) server.others.changeRole(id, roleId)
    view.setFilters({ roleIds: [roleId] })
    await expect.poll(() => list.getSnapshot().isPlaceholder).toBe(false)
    setSelection(selectAll)
    const last = `u${count - 1}`
    setSelection(getSnapshot().selection.set(['u0', last], false))
    expect(getSnapshot().selectedCount).toBe(count - 2)
    server.others.changeRole('u0', 'elsewhere')
    await list.applyChanges()
    await expect.poll(() => getSnapshot().selectedCount).toBe(count - 2)
    expect(getSnapshot().selection.count(count - 1)).toBe(count - 2)
    // Back in the filter, and still taken out.
    server.others.changeRole('u0', roleId)
    await list.applyChanges()
    await expect.poll(() => list.getSnapshot().source.total).toBe(count)
    await expect.poll(() => getSnapshot().selectedCount).toBe(count - 2)
    expect(getSnapshot().selection.has('u0')).toBe(false)
  })

  it('ends with the sign-in', async () => {
    const { view, list, selectAll, getSnapshot } = await aSelection()
    selectAll()
    const next = aWriter()
    createListSelection(
      { ...next.state, key: () => ['other company'] },
      next.state.users,
      view,
      list,
    ).subscribe(() => {})
    expect(getSnapshot().selectedCount).toBe(0)
  })
})
