import { describe, expect, it } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { selectionFrom } from '../../src/base/selection.ts'
import { useUsers } from '../../src/hooks/useUsers.ts'
import { aStack } from './a-stack.tsx'

describe('the selection of useUsers', () => {
  it('ends when its users are deleted, but not when others are', async () => {
    const { Provider } = await aStack()
    const { result, act } = await renderHook(() => useUsers(), { wrapper: Provider })
    const users = () => result.current
    await expect.poll(() => users().status).toBe('ready')
    const [, first = '', second = '', third = ''] = users().rows.map(({ id }) => id)
    const of = (...ids: string[]) => selectionFrom({ mode: 'include', ids })
    await act(() => users().setSelection(of(first, second)))
    await act(async () => expect(await users().deleteUsers(of(third))).toMatchObject({ ok: true }))
    expect(users().selectedCount).toBe(2)
    await act(async () =>
      expect(await users().deleteUsers()).toMatchObject({ ok: true, value: { done: 2, failed: [] } }),
    )
    expect(users().selection.toJSON()).toEqual({ mode: 'include', ids: [] })
  })
})
