import { describe, expect, it } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { usePermissions } from '../../src/hooks/usePermissions.ts'
import { useRoles } from '../../src/hooks/useRoles.ts'
import { useTeams } from '../../src/hooks/useTeams.ts'
import { useViewer } from '../../src/hooks/useViewer.ts'
import { aStack } from './a-stack.tsx'

describe('useViewer', () => {
  it('denies everything while loading, then returns what the server allows', async () => {
    const { Provider, sent } = await aStack()
    const { result } = await renderHook(() => useViewer(), { wrapper: Provider })
    expect(result.current).toMatchObject({
      status: 'loading',
      viewer: null,
      company: null,
      companies: [],
      actions: { manageUsers: { allowed: false }, invite: { allowed: false } },
      capabilities: { search: false, sorts: [] },
    })
    await expect.poll(() => result.current.status).toBe('ready')
    expect(result.current).toMatchObject({
      company: { id: 'acme', name: 'Acme Support' },
      companies: [{ id: 'acme', name: 'Acme Support' }],
      actions: { manageUsers: { allowed: true } },
      capabilities: { search: true },
    })
    expect(sent('/session')).toHaveLength(1)
  })

  it('returns the permission that a viewer lacks', async () => {
    const { apiOfAgent } = await aStack()
    const agent = await apiOfAgent()
    const { result } = await renderHook(() => useViewer(), {
      wrapper: ({ children }) => <RosterData api={agent}>{children}</RosterData>,
    })
    await expect.poll(() => result.current.status).toBe('ready')
    expect(result.current.actions.manageUsers).toMatchObject({
      allowed: false,
      reason: 'missing_permission',
    })
  })
})

describe('useRoles', () => {
  it('renders once while the list is loading, and once with its rows', async () => {
    const { Provider } = await aStack()
    const statuses: string[] = []
    await renderHook(
      () => {
        const { status, isFetching } = useRoles()
        statuses.push(isFetching ? `${status}, fetching` : status)
      },
      { wrapper: Provider },
    )
    await expect.poll(() => statuses.at(-1)).toBe('ready')
    // StrictMode renders everything twice.
    expect(statuses).toEqual(['loading, fetching', 'loading, fetching', 'ready', 'ready'])
  })
})

describe('useRoles, useTeams and usePermissions', () => {
  it('load each list once for all components', async () => {
    const { Provider, sent } = await aStack()
    const { result } = await renderHook(
      () => [useRoles(), useRoles(), useTeams(), usePermissions()] as const,
      {
        wrapper: Provider,
      },
    )
    for (const { status, rows, total, isFetching, isSupported } of result.current)
      expect({ status, rows, total, isFetching, isSupported }).toEqual({
        status: 'loading',
        rows: [],
        total: 0,
        isFetching: true,
        isSupported: true,
      })
    await expect.poll(() => result.current.every(({ status }) => status === 'ready')).toBe(true)
    const [roles, again, teams, permissions] = result.current
    expect(roles.rows[0]).toMatchObject({
      id: 'admin',
      name: 'Admin',
      actions: { assign: { allowed: true } },
    })
    expect(again.rows).toBe(roles.rows)
    expect(teams.total).toBe(teams.rows.length)
    expect(permissions.rows.map(({ id }) => id)).toContain('manage_users')
    expect([sent('/roles'), sent('/teams'), sent('/permissions')].map(({ length }) => length)).toEqual([
      1, 1, 1,
    ])
  })

  it('return isSupported: false for a port without the method, and send no request', async () => {
    const { api } = await aStack()
    const { session, users, company } = api
    const { result } = await renderHook(() => useRoles(), {
      wrapper: ({ children }) => <RosterData api={{ session, users, company }}>{children}</RosterData>,
    })
    expect(result.current).toMatchObject({ status: 'ready', rows: [], isSupported: false, isFetching: false })
    await result.current.refetch()
  })
})
