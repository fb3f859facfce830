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
    setSelection(selectionFrom({ mode: 'include', ids: ['u0', 'u1'] }))
    view.setSearch('x')
    clock.advance(1_000)
    setSelection(getSnapshot().selection.set(['u2'], true))
    expect(getSnapshot()).toMatchObject({ selectedCount: 3, selectedElsewhere: 2 })
    view.setQuery({ roleIds: ['agent'] })
    expect(getSnapshot()).toMatchObject({ selectedCount: 3, selectedElsewhere: 1 })
    await expect.poll(() => list.getSnapshot().isPlaceholder).toBe(false)
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

  it('drops users who left the company, picked or taken out', async () => {
    const { server, state, setSelection, ids } = await aSelection()
    setSelection(selectionFrom({ mode: 'include', ids: ['u0', 'u1'] }))
    server.others.remove('u1')
    await state.departures.check(['u0', 'u1'])
    expect(ids()).toEqual({ mode: 'include', ids: ['u0'] })
    setSelection(selectNone)
    setSelection(selectAll.set(['u0', 'u2'], false))
    state.departures.note(['u0'])
    expect(ids()).toEqual({ mode: 'exclude', ids: ['u2'] })
  })

  it('ends with the sign-in', async () => {
    const { view, list, selectAll, getSnapshot } = await aSelection()
    selectAll()
    const next = aWriter()
    createListSelection({ key: () => ['other company'] }, next.state.users, view, list).subscribe(() => {})
    expect(getSnapshot().selectedCount).toBe(0)
  })
})
