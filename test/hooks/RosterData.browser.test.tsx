import { StrictMode, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { render, renderHook } from 'vitest-browser-react'
import { seedCompany } from '../../mocks/people/seed-company.ts'
import { ApiError } from '../../src/client/api-error.ts'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { useRosterData } from '../../src/hooks/useRosterData.ts'
import { useUsers } from '../../src/hooks/useUsers.ts'
import { useViewer } from '../../src/hooks/useViewer.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { aStack } from './a-stack.tsx'

describe('RosterData', () => {
  const now = Date.now()
  const companies = [
    seedCompany({ now, count: 60 }),
    seedCompany({ id: 'globex', name: 'Globex', count: 7, now }),
  ]
  function Total({ label }: { label: string }) {
    const { status, total, rows } = useUsers()
    return <output aria-label={label}>{`${status} ${total} ${rows[0]?.email.split('@')[1]}`}</output>
  }

  it('keeps the data of two companies on one page apart', async () => {
    const { apiOf } = await aStack({ companies })
    const [acme, globex] = [apiOf('acme', 'account-acme-1'), apiOf('globex', 'account-globex-1')]
    const screen = await render(
      <StrictMode>
        <RosterData api={acme}>
          <Total label="left" />
        </RosterData>
        <RosterData api={globex}>
          <Total label="right" />
        </RosterData>
      </StrictMode>,
    )
    await expect.element(screen.getByLabelText('left')).toHaveTextContent('ready 60 acme.example')
    await expect.element(screen.getByLabelText('right')).toHaveTextContent('ready 7 globex.example')
  })

  it('starts without data when the api changes, and cancels pending requests', async () => {
    const { apiOf, hold, requests } = await aStack({ companies })
    const [acme, globex] = [apiOf('acme', 'account-acme-1'), apiOf('globex', 'account-globex-1')]
    function Switch() {
      const [api, setApi] = useState(acme)
      return (
        <RosterData api={api}>
          <button type="button" onClick={() => setApi(globex)}>
            Switch
          </button>
          <Total label="users" />
        </RosterData>
      )
    }
    const screen = await render(<Switch />)
    await expect.element(screen.getByLabelText('users')).toHaveTextContent('ready 60 acme.example')
    const release = hold()
    await screen.getByRole('button').click()
    await expect.element(screen.getByLabelText('users')).toHaveTextContent('loading 0 undefined')
    release()
    await expect.element(screen.getByLabelText('users')).toHaveTextContent('ready 7 globex.example')
    expect(requests.filter(({ url }) => url.includes('/users'))).toHaveLength(2)
  })

  it('loads what is in use again after invalidate()', async () => {
    const stack = await aStack()
    stack.show(false)
    const { result, act } = await renderHook(() => ({ data: useRosterData(), users: useUsers() }), {
      wrapper: stack.Provider,
    })
    await expect.poll(() => result.current.users.status).toBe('ready')
    const [first] = result.current.users.rows
    await stack.change({ kind: 'set_role', userId: first?.id ?? '', roleId: 'quality' })
    await act(() => result.current.data.invalidate('roles'))
    await act(() => result.current.data.invalidate('users'))
    await expect.poll(() => result.current.users.rows[0]?.role.id).toBe('quality')
    expect(stack.sent()).toHaveLength(2)
  })

  it('forgets everything after reset()', async () => {
    const stack = await aStack()
    const { result, act } = await renderHook(() => ({ data: useRosterData(), users: useUsers() }), {
      wrapper: stack.Provider,
    })
    await expect.poll(() => result.current.users.status).toBe('ready')
    const release = stack.hold()
    await act(() => result.current.data.reset())
    expect(result.current.data.epoch).toBe(1)
    expect(result.current.users).toMatchObject({ status: 'loading', rows: [], total: 0 })
    release()
    await expect.poll(() => result.current.users.total).toBe(1_204)
  })

  it('forgets everything when the session has another key', async () => {
    const stack = await aStack()
    const { result } = await renderHook(
      () => ({ data: useRosterData(), viewer: useViewer(), users: useUsers() }),
      { wrapper: stack.Provider },
    )
    await expect.poll(() => result.current.viewer.status).toBe('ready')
    stack.spoil((body) => body.replace(/"sessionKey":"/, '"sessionKey":"another-'))
    result.current.data.invalidate('session')
    await expect.poll(() => result.current.data.epoch).toBe(1)
    await expect.poll(() => result.current.viewer.status).toBe('ready')
    expect(result.current.data.epoch).toBe(1)
    expect(stack.events).toContainEqual({ type: 'session.changed', isAnotherPerson: false })
  })

  it('reports events to its host and to subscribers, and survives their exceptions', async () => {
    const stack = await aStack()
    const heard: string[] = []
    const mistake = new Error('a mistake of the host')
    const onEvent = vi.fn().mockImplementationOnce(() => {
      throw mistake
    })
    const onMistake = vi.fn((event: ErrorEvent) => event.preventDefault())
    window.addEventListener('error', onMistake, { once: true })
    const { result } = await renderHook(() => ({ data: useRosterData(), users: useUsers() }), {
      wrapper: ({ children }) => (
        <RosterData api={stack.api} onEvent={onEvent}>
          {children}
        </RosterData>
      ),
    })
    const leave = result.current.data.subscribe(({ type }) => heard.push(type))
    await expect.poll(() => result.current.users.status).toBe('ready')
    expect(heard).toEqual(['users.loaded'])
    await expect.poll(() => onMistake.mock.calls[0]?.[0].error).toBe(mistake)
    leave()
    await result.current.users.refetch()
    expect(heard).toHaveLength(1)
  })

  it('calls the latest hooks, not those of the first render', async () => {
    const stack = await aStack()
    const [first, second] = [vi.fn(), vi.fn()]
    function Write() {
      const users = useUsers()
      const [user] = users.rows
      return user ? (
        <button type="button" onClick={() => void users.changeRole(user.id, 'quality')}>
          Change
        </button>
      ) : null
    }
    const tree = (hooks: RosterHooks | undefined) => (
      <RosterData api={stack.api} hooks={hooks}>
        <Write />
      </RosterData>
    )
    const screen = await render(tree({ onBeforeRoleChange: first }))
    await screen.rerender(tree({ onBeforeRoleChange: second }))
    await screen.getByRole('button').click()
    await expect.poll(() => second.mock.calls.length).toBe(1)
    await screen.rerender(tree(undefined))
    await screen.getByRole('button').click()
    await expect.poll(() => stack.requests.filter(({ method }) => method === 'PUT').length).toBe(2)
    expect(first).not.toHaveBeenCalled()
    expect(second).toHaveBeenCalledOnce()
  })

  it('keeps its data when the host makes a new environment object of the same parts', async () => {
    const stack = await aStack()
    function Host() {
      const [count, setCount] = useState(0)
      return (
        <RosterData api={stack.api} environment={{ ...stack.environment }}>
          <button type="button" onClick={() => setCount(count + 1)}>
            Render {count}
          </button>
          <Total label="users" />
        </RosterData>
      )
    }
    const screen = await render(<Host />)
    await expect.element(screen.getByLabelText('users')).toHaveTextContent('ready 1204 acme.example')
    await screen.getByRole('button').click()
    await expect.element(screen.getByRole('button')).toHaveTextContent('Render 1')
    expect((await screen.getByLabelText('users').findElement()).textContent).toMatch(/^ready 1204/)
    expect(stack.sent()).toHaveLength(1)
  })

  it('turns anything that a port throws into an ApiError', async () => {
    const throwing: RosterApi = {
      company: 'acme',
      session: {
        get() {
          throw 'a string'
        },
      },
      users: { list: () => Promise.reject(new ApiError('missing_permission', 'no')) },
    }
    const onError = vi.fn()
    const { result } = await renderHook(() => ({ viewer: useViewer(), users: useUsers() }), {
      wrapper: ({ children }) => (
        <RosterData api={throwing} onError={onError}>
          {children}
        </RosterData>
      ),
    })
    await expect.poll(() => result.current.viewer.status).toBe('error')
    await expect.poll(() => result.current.users.error?.code).toBe('missing_permission')
    expect(result.current.viewer.error).toMatchObject({ isApiError: true, code: 'unknown' })
    expect(onError).toHaveBeenCalledTimes(2)
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'missing_permission' }), {
      resource: 'users',
      offset: 0,
      limit: 50,
    })
  })
})
