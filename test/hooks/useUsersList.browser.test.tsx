import { describe, expect, it } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useUsersList } from '../../src/hooks/useUsersList.ts'
import { createUsersView } from '../../src/state/users/users-view.ts'
import { aStack } from './a-stack.tsx'

describe('useUsersList', () => {
  it('doesn’t render for a typed key, only when its query follows', async () => {
    const { Provider } = await aStack()
    const view = createUsersView({ clock: { now: Date.now, after: () => () => undefined } })
    let renders = 0
    const { result, act } = await renderHook(
      () => {
        renders += 1
        return useUsersList({ view })
      },
      { wrapper: Provider },
    )
    await expect.poll(() => result.current.isFetching).toBe(false)
    const before = renders
    for (const text of ['m', 'ma', 'mar']) await act(() => view.setSearch(text))
    expect(view.getState().search).toBe('mar')
    expect(renders).toBe(before)
    await act(() => view.setQuery({ search: 'mar' }))
    expect(renders).toBeGreaterThan(before)
  })
})
