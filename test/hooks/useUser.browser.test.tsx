import { describe, expect, it, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { useUser } from '../../src/hooks/useUser.ts'
import { useUserActivity } from '../../src/hooks/useUserActivity.ts'
import { aStack } from './a-stack.tsx'
import { openUser } from './open-user.tsx'

describe('useUser', () => {
  it('opens at once from a row that a list has', async () => {
    const { now, sent, rerender, rowOf } = await openUser()
    const [row] = now().users.rows
    await rerender({ id: row?.id ?? '' })
    expect(now().user).toMatchObject({ status: 'ready', error: null, isFetching: false })
    expect(now().user.user).toBe(rowOf(row?.id ?? ''))
    expect(sent(`/users/${row?.id}`)).toEqual([])
  })

  it('reads a user that no list has', async () => {
    const { now, sent, rerender } = await openUser()
    await rerender({ id: 'acme-1100' })
    expect(now().user).toMatchObject({ status: 'loading', user: null, isFetching: true })
    await expect.poll(() => now().user.user?.id).toBe('acme-1100')
    expect(sent('/users/acme-1100')).toHaveLength(1)
  })

  it('says that there is no such user', async () => {
    const { now, rerender } = await openUser()
    await rerender({ id: 'acme-9999' })
    await expect.poll(() => now().user.status).toBe('error')
    expect(now().user.error?.code).toBe('not_found')
  })

  it('changes a role, at once in row and panel, and adds it to the activity', async () => {
    const { now, act, rerender, rowOf, hold, writes } = await openUser()
    const id = now().users.rows[3]?.id ?? ''
    await rerender({ id })
    await expect.poll(() => now().activity.status).toBe('ready')
    const change = now().user.roleChange?.change
    const release = hold()
    const outcome = act(() => change?.('quality'))
    await expect.poll(() => now().user.roleChange?.status).toBe('saving')
    expect(now().user.user?.role.id).toBe('quality')
    expect(rowOf(id)?.role.id).toBe('quality')
    expect([...now().users.pendingIds]).toEqual([id])
    release()
    await outcome
    await expect.poll(() => now().user.roleChange?.status).toBe('saved')
    expect(now().users.pendingIds.size).toBe(0)
    expect(now().user.user?.role).toEqual({ id: 'quality', name: 'Quality coach' })
    await expect
      .poll(() => now().activity.rows[0])
      .toMatchObject({ action: 'set_role', after: { role: { id: 'quality' } } })
    expect(writes()).toHaveLength(1)
    expect(now().user.roleChange?.change).toBe(change)
    await expect.poll(() => now().users.isFetching).toBe(false)
    expect(now().users.changes).toBe(0)
  })

  it('adds teams and takes them away', async () => {
    const { now, act, api } = await openUser()
    const { teams } = await api.teams.list()
    const mine = () =>
      now()
        .user.user?.teams?.filter(({ direct }) => direct)
        .map(({ id }) => id) ?? []
    const add = teams
      .filter(({ id }) => !mine().includes(id))
      .slice(0, 2)
      .map(({ id }) => id)
    const before = mine()
    await act(() => now().user.teamsChange?.change({ add, remove: [] }))
    expect(mine().toSorted()).toEqual([...before, ...add].toSorted())
    await act(() => now().user.teamsChange?.change({ add: [], remove: add }))
    expect(mine()).toEqual(before)
    expect(now().user.teamsChange?.status).toBe('saved')
  })

  it('ends sessions', async () => {
    const { now, act } = await openUser()
    await act(() => now().user.sessionsEnd?.end())
    await expect.poll(() => now().user.sessionsEnd?.status).toBe('saved')
    await expect.poll(() => now().activity.rows[0]?.action).toBe('end_sessions')
  })

  it('takes back what a rule refuses, and says which', async () => {
    const { now, act, rerender } = await openUser()
    await rerender({ id: 'acme-1' })
    await expect.poll(() => now().user.user?.id).toBe('acme-1')
    const before = now().user.user
    await act(() => now().user.roleChange?.change('nonsense'))
    expect(now().user.roleChange).toMatchObject({ status: 'failed', error: { code: 'role_not_found' } })
    expect(now().user.user?.role).toEqual(before?.role)
    await act(() => now().user.roleChange?.dismiss())
    expect(now().user.roleChange?.status).toBe('idle')
  })

  it('shows a role that someone else has set in the meantime, and resolves the conflict either way', async () => {
    const { now, act, other, intent } = await openUser('acme-7', ({ show }) => show(false))
    const theirs = async (roleId: string) => {
      const { version = '' } = await other.get('acme-7')
      await other.changeRole('acme-7', roleId, { version, intent: intent() })
    }
    await theirs('quality')
    await act(() => now().user.roleChange?.change('supervisor'))
    expect(now().user.roleChange).toMatchObject({
      status: 'conflict',
      error: { code: 'version_mismatch' },
      conflict: { theirs: { id: 'quality' }, yours: { id: 'supervisor' } },
    })
    expect(now().user.user?.role.id).toBe('quality')
    expect([...now().users.conflictIds]).toEqual(['acme-7'])
    await act(() => now().user.roleChange?.keepTheirs())
    expect(now().users.conflictIds.size).toBe(0)
    expect(now().user.roleChange).toMatchObject({ status: 'idle', conflict: null })

    await theirs('agent')
    await act(() => now().user.roleChange?.change('supervisor'))
    await act(() => now().user.roleChange?.applyYours())
    expect(now().user.roleChange?.status).toBe('saved')
    expect((await other.get('acme-7')).role.id).toBe('supervisor')
  })

  it('changes a role that no one else has changed, although other fields have changed', async () => {
    const { now, act, other, intent, api } = await openUser('acme-7', ({ show }) => show(false))
    const { teams } = await api.teams.list()
    const free = teams.find(({ id }) => !now().user.user?.teams?.some((team) => team.id === id))
    await other.changeTeams('acme-7', { add: [free?.id ?? ''], remove: [] }, { intent: intent() })
    await act(() => now().user.roleChange?.change('quality'))
    expect(now().user.roleChange).toMatchObject({ status: 'saved', conflict: null })
    expect((await other.get('acme-7')).teams?.map(({ id }) => id)).toContain(free?.id)
  })

  it('goes on saving when it is left', async () => {
    const { now, unmount, hold, other, writes } = await openUser()
    const release = hold()
    const outcome = now().user.roleChange?.change('quality')
    await expect.poll(() => writes().length).toBe(1)
    await unmount()
    release()
    expect(await outcome).toMatchObject({ ok: true })
    expect((await other.get('acme-7')).role.id).toBe('quality')
  })

  it('calls the host’s hook before every change, by any caller', async () => {
    const onBeforeRoleChange = vi.fn(() => ({ cancel: true, reason: 'Not today.' }) as const)
    const { now, act, writes } = await openUser('acme-7', ({ setHooks }) => setHooks({ onBeforeRoleChange }))
    await act(() => now().user.roleChange?.change('quality'))
    expect(now().user.roleChange).toMatchObject({
      status: 'failed',
      error: { code: 'cancelled', message: 'Not today.' },
    })
    expect(await now().users.changeRole('acme-7', 'quality')).toMatchObject({ ok: false })
    expect(onBeforeRoleChange).toHaveBeenCalledTimes(2)
    expect(writes()).toEqual([])
  })

  it('offers only what the backend announces, and requests no activity that it does not keep', async () => {
    const { api, Provider, sent } = await aStack()
    const announced = { changeRole: true, changeTeams: false, endSessions: false, activity: false }
    const session = {
      get: async () => {
        const answer = await api.session.get()
        return { ...answer, capabilities: { ...answer.capabilities, ...announced } }
      },
    }
    const { result } = await renderHook(() => [useUser('acme-7'), useUserActivity('acme-7')] as const, {
      wrapper: ({ children }) => (
        <Provider>
          <RosterData api={{ ...api, session }}>{children}</RosterData>
        </Provider>
      ),
    })
    expect(result.current[0].roleChange).toBeUndefined()
    expect(result.current[1]).toMatchObject({ status: 'loading', isSupported: true })
    await expect.poll(() => result.current[0].roleChange?.status).toBe('idle')
    expect([result.current[0].teamsChange, result.current[0].sessionsEnd]).toEqual([undefined, undefined])
    expect(result.current[1]).toMatchObject({ status: 'ready', rows: [], isSupported: false })
    await expect.poll(() => result.current[0].role?.id).toBe(result.current[0].user?.role.id)
    expect(result.current[0].teams).toBe(result.current[0].user?.teams)
    expect(sent('/users/acme-7/activity')).toEqual([])
  })

  it('says what the port cannot do', async () => {
    const { api } = await aStack()
    const { session, company, users } = api
    const { result } = await renderHook(() => [useUser('acme-7'), useUserActivity('acme-7')] as const, {
      wrapper: ({ children }) => (
        <RosterData api={{ session, company, users: { list: users.list } }}>{children}</RosterData>
      ),
    })
    const [user, activity] = result.current
    expect([user.roleChange, user.teamsChange, user.sessionsEnd]).toEqual([undefined, undefined, undefined])
    expect(activity.isSupported).toBe(false)
    await expect.poll(() => result.current[0].error?.code).toBe('unsupported')
  })
})

describe('useUsers', () => {
  it('walks from user to user, over the edge of what is loaded and back', async () => {
    const { now } = await openUser()
    const { rows, step, positionOf, total } = now().users
    expect(positionOf(rows[1]?.id ?? '')).toBe(1)
    expect((await step(rows[1]?.id ?? '', 1))?.id).toBe(rows[2]?.id)
    expect((await step(rows[1]?.id ?? '', -1))?.id).toBe(rows[0]?.id)
    expect(await step(rows[0]?.id ?? '', -1)).toBe(null)
    const beyond = await step(rows[49]?.id ?? '', 1)
    expect(rows.some(({ id }) => id === beyond?.id)).toBe(false)
    expect((await step(beyond?.id ?? '', -1))?.id).toBe(rows[49]?.id)
    expect(positionOf('acme-9999')).toBe(null)
    expect(await step('acme-9999', 1)).toBe(null)
    expect(total).toBe(1_204)
  })

  it('takes a user whom one’s own change has moved out of a filter off the list, and still walks on from them', async () => {
    const { now, act } = await openUser()
    await act(() => now().users.setFilters({ roleIds: ['agent'] }))
    await expect.poll(() => now().users.isPlaceholder).toBe(false)
    const [, second, third] = now().users.rows
    const { total, positionOf } = now().users
    expect(positionOf(second?.id ?? '')).toBe(1)
    await act(() => now().users.changeRole(second?.id ?? '', 'quality'))
    await expect.poll(() => now().users.total).toBe(total - 1)
    expect(now().users.rows[1]?.id).toBe(third?.id)
    expect(now().users.changes).toBe(0)
    expect((await now().users.step(second?.id ?? '', 1))?.id).toBe(third?.id)
  })
})
