import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { isUnreadable } from '../../src/base/row-source.ts'
import { type UseUsersOptions, useUsers } from '../../src/hooks/useUsers.ts'
import { createUsersView } from '../../src/state/users/users-view.ts'
import { aStack } from './a-stack.tsx'

async function usersOf(options: UseUsersOptions = {}, stack?: Awaited<ReturnType<typeof aStack>>) {
  const used = stack ?? (await aStack())
  const hook = await renderHook((props: UseUsersOptions = options) => useUsers(props), {
    wrapper: used.Provider,
  })
  const users = () => hook.result.current
  const isDone = () => expect.poll(() => users().isFetching || users().isPlaceholder).toBe(false)
  return {
    ...used,
    ...hook,
    users,
    isDone,
    /** Runs an action and waits until the list is loaded. */
    async follow(action: () => unknown) {
      await hook.act(action)
      await isDone()
    },
    names: () => users().rows.map(({ name }) => name),
    ids: () => users().rows.map(({ id }) => id),
  }
}

describe('useUsers', () => {
  it('loads the first users with one request, also in StrictMode', async () => {
    const { users, isDone, sent, names } = await usersOf()
    expect(users()).toMatchObject({ status: 'loading', rows: [], total: 0, error: null, isFetching: true })
    await isDone()
    expect(users()).toMatchObject({ status: 'ready', total: 1_204, totalIs: 'exact', changes: 0 })
    expect(names()).toHaveLength(50)
    expect(sent()).toEqual(['0+50'])
  })

  it('searches when the typing pauses, and shows the typed text at once', async () => {
    const { users, isDone, act, follow, sent, rest } = await usersOf()
    await isDone()
    for (const text of ['m', 'ma', 'mar']) await act(() => users().setSearch(text))
    expect(users()).toMatchObject({ search: 'mar', query: {} })
    await follow(rest)
    expect(users().query).toEqual({ search: 'mar' })
    for (const { name, email } of users().rows)
      expect(`${name} ${email}`.normalize('NFD').toLowerCase()).toMatch(/mar/)
    expect(sent()).toHaveLength(2)
    await follow(() => users().setSearch(''))
    expect(users().total).toBe(1_204)
  })

  it('sorts and filters by role and team', async () => {
    const { users, isDone, follow, names } = await usersOf()
    await isDone()
    const [first] = names()
    await follow(() => users().setSort('-name'))
    expect(names()[0]).not.toBe(first)
    await follow(() => users().setFilters({ roleIds: ['supervisor'] }))
    expect(users().query).toEqual({ sort: '-name', roleIds: ['supervisor'] })
    expect(new Set(users().rows.map(({ role }) => role.id))).toEqual(new Set(['supervisor']))
    const { total } = users()
    const teamId = users().rows.flatMap(({ teams }) => teams)[0]?.id ?? ''
    await follow(() => users().setFilters({ teamIds: [teamId] }))
    expect(users().total).toBeLessThanOrEqual(total)
    for (const { teams } of users().rows) expect(teams?.map(({ id }) => id)).toContain(teamId)
    await follow(() => users().setFilters({ roleIds: [], teamIds: [] }))
    expect(users().total).toBe(1_204)
  })

  it('jumps to the last user with one request, and back with none', async () => {
    const { users, isDone, follow, sent } = await usersOf()
    await isDone()
    const { source } = users()
    await follow(() => users().loadRange({ start: 1_190, end: 1_204 }))
    expect(users().source).not.toBe(source)
    expect(users().source.at(1_203)).toMatchObject({ id: expect.any(String) })
    expect(sent()).toEqual(['0+50', '1150+100'])
    await follow(() => users().loadRange({ start: 0, end: 20 }))
    expect(users().source.at(0)).toMatchObject({ id: expect.any(String) })
    expect(sent()).toHaveLength(2)
  })

  it('turns pages, and keeps a page until the next one is loaded', async () => {
    const { users, isDone, rerender, hold, ids, sent } = await usersOf({ range: { start: 50, end: 75 } })
    await isDone()
    expect(sent()).toEqual(['50+50'])
    expect(ids()).toHaveLength(25)
    const page = ids()
    const release = hold()
    await rerender({ range: { start: 100, end: 125 } })
    expect(users()).toMatchObject({ isPlaceholder: true, isFetching: true })
    expect(ids()).toEqual(page)
    release()
    await isDone()
    expect(ids()).toHaveLength(25)
    expect(ids()).not.toEqual(page)
  })

  it('cancels the requests of outdated queries and shows only the last one', async () => {
    const { users, isDone, act, follow, hold, requests, failures } = await usersOf()
    await isDone()
    await follow(() => users().setFilters({ roleIds: ['agent'] }))
    const before = requests.length
    const release = hold()
    for (const sort of ['-name', 'joined', '-joined'] as const) {
      await act(() => users().setSort(sort))
      await expect.poll(() => new URL(requests.at(-1)?.url ?? '').searchParams.get('sort')).toBe(sort)
    }
    expect(requests.slice(before).map(({ signal }) => signal.aborted)).toEqual([true, true, false])
    release()
    await isDone()
    const joined = users().rows.map(({ joinedAt }) => joinedAt)
    expect(joined).toEqual(joined.toSorted().reverse())
    expect(failures).toEqual([])
  })

  it('cancels its request when it unmounts', async () => {
    const { unmount, hold, requests, failures } = await usersOf({}, await aStack())
    hold()
    const ofUsers = () => requests.filter(({ url }) => url.includes('/users'))
    await expect.poll(ofUsers).toHaveLength(1)
    await unmount()
    await expect.poll(() => ofUsers()[0]?.signal.aborted).toBe(true)
    expect(failures).toEqual([])
  })

  it('updates visible rows when the person comes back, and moves none before applyChanges()', async () => {
    const { users, isDone, follow, clock, comeBack, change, ids } = await usersOf()
    await isDone()
    const before = ids()
    const [first = '', second = ''] = before
    await change(
      { kind: 'delete_user', userId: first },
      { kind: 'set_role', userId: second, roleId: 'quality' },
    )
    await follow(() => {
      clock.advance(10_000)
      comeBack()
    })
    expect(ids()).toEqual(before)
    expect(users().rows[1]?.role).toEqual({ id: 'quality', name: 'Quality coach' })
    expect(users()).toMatchObject({ changes: 1, total: 1_203 })
    await follow(() => users().applyChanges())
    expect(ids()[0]).toBe(second)
    expect(users().changes).toBe(0)
  })

  it('loads again at most once in ten seconds, however often the person comes back', async () => {
    const { isDone, comeBack, clock, sent } = await usersOf()
    await isDone()
    clock.advance(10_000)
    for (let times = 0; times < 20; times++) comeBack()
    await expect.poll(() => sent()).toHaveLength(2)
    await isDone()
    clock.advance(9_999)
    comeBack()
    clock.advance(1)
    comeBack()
    await expect.poll(() => sent()).toHaveLength(3)
    await isDone()
    expect(sent()).toHaveLength(3)
  })

  it('reports a first failure once, with its request id, and recovers by refetch()', async () => {
    const stack = await aStack()
    const callOff = stack.failUsers()
    const { users, follow, failures } = await usersOf({}, stack)
    await expect.poll(() => users().status).toBe('error')
    expect(users()).toMatchObject({ rows: [], error: { code: 'unavailable', requestId: 'req-7' } })
    expect(failures).toEqual(['users unavailable'])
    callOff()
    await follow(() => users().refetch())
    expect(users()).toMatchObject({ status: 'ready', error: null, total: 1_204 })
  })

  it('keeps its rows when a search fails, with the error', async () => {
    const { users, isDone, act, follow, failUsers, ids, rest } = await usersOf()
    await isDone()
    const before = ids()
    const callOff = failUsers()
    await act(() => users().setSearch('ma'))
    await act(rest)
    await expect.poll(() => users().error?.code).toBe('unavailable')
    expect(users()).toMatchObject({ status: 'ready', isPlaceholder: true, isFetching: false })
    expect(ids()).toEqual(before)
    callOff()
    await follow(() => users().refetch())
    expect(users()).toMatchObject({ error: null, query: { search: 'ma' } })
    expect(ids()).not.toEqual(before)
  })

  it('keeps the position of an unreadable row and reports it once', async () => {
    const stack = await aStack()
    stack.spoil((body) => body.replace(/("rows":\[\{.*?)"email":/, '$1"mail":'))
    const { users, isDone, follow, events } = await usersOf({}, stack)
    await isDone()
    expect(isUnreadable(users().source.at(0))).toBe(true)
    expect(users().source.at(1)).toMatchObject({ id: expect.any(String) })
    expect(users().rows).toHaveLength(49)
    await follow(() => users().refetch())
    expect(events.filter(({ type }) => type === 'row.unreadable')).toMatchObject([
      { index: 0, id: expect.any(String), issue: expect.stringContaining('email') },
    ])
  })

  it('returns the same actions and rows while nothing changes', async () => {
    const { users, isDone, rerender, follow } = await usersOf()
    const { refetch, applyChanges, loadRange, setSearch, setSort, setFilters } = users()
    await isDone()
    const { rows, source } = users()
    await rerender()
    await follow(() => users().refetch())
    expect(users().rows).toBe(rows)
    expect(users().source).toBe(source)
    expect(users()).toMatchObject({ refetch, applyChanges, loadRange, setSearch, setSort, setFilters })
  })

  it('shows the controlled query and reports changes to the host', async () => {
    const onQueryChange = vi.fn()
    const { users, isDone, act, rerender } = await usersOf({ query: { sort: '-name' }, onQueryChange })
    await isDone()
    await act(() => users().setFilters({ roleIds: ['billing'] }))
    expect(onQueryChange).toHaveBeenCalledExactlyOnceWith({ sort: '-name', roleIds: ['billing'] })
    expect(users().query).toEqual({ sort: '-name' })
    await rerender({ query: { roleIds: ['billing'] }, onQueryChange })
    await isDone()
    expect(users().query).toEqual({ roleIds: ['billing'] })
    expect(new Set(users().rows.map(({ role }) => role.id))).toEqual(new Set(['billing']))
    expect(onQueryChange).toHaveBeenCalledOnce()
  })

  it('reports no pending search after it unmounts', async () => {
    const onQueryChange = vi.fn()
    const { users, isDone, act, unmount, rest } = await usersOf({ onQueryChange })
    await isDone()
    await act(() => users().setSearch('mar'))
    await unmount()
    rest()
    expect(onQueryChange).not.toHaveBeenCalled()
  })

  it('starts from the host’s view when it mounts again', async () => {
    const stack = await aStack()
    const view = createUsersView({ clock: stack.clock })
    const first = await usersOf({ view }, stack)
    await first.isDone()
    await first.follow(() => first.users().setSort('-joined'))
    await first.unmount()
    const second = await usersOf({ view }, stack)
    expect(second.users().query).toEqual({ sort: '-joined' })
    await second.isDone()
    expect(second.users().rows).toHaveLength(50)
  })

  it('renders on a server without a request, and hydrates without a mismatch', async () => {
    const stack = await aStack()
    function Count() {
      const { status, total } = useUsers()
      return <output>{`${status} ${total}`}</output>
    }
    const page = (
      <stack.Provider>
        <Count />
      </stack.Provider>
    )
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(page)
    expect(container.textContent).toBe('loading 0')
    expect(stack.sent()).toEqual([])
    const onRecoverableError = vi.fn()
    const root = hydrateRoot(container, page, { onRecoverableError })
    await expect.poll(() => container.textContent).toBe('ready 1204')
    expect(onRecoverableError).not.toHaveBeenCalled()
    root.unmount()
  })

  it('throws an error with cause, fix and a page of the docs when no provider is above it', async () => {
    await expect(renderHook(() => useUsers())).rejects.toThrow(
      /^useUsers needs a provider, but no <RosterProvider> .* wrap your app in <RosterProvider .* \(see docs\/missing-provider\.md\)\.$/,
    )
  })
})
