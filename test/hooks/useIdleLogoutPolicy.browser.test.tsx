import { describe, expect, it } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { useIdleLogoutPolicy } from '../../src/hooks/useIdleLogoutPolicy.ts'
import { aStack } from './a-stack.tsx'

const strict = { enabled: true, timeoutMinutes: 15, allowHold: true } as const

describe('useIdleLogoutPolicy', () => {
  it('loads the policy, and saves it', async () => {
    const { Provider, hold } = await aStack()
    const { result } = await renderHook(() => useIdleLogoutPolicy(), { wrapper: Provider })
    expect(result.current).toMatchObject({ status: 'loading', policy: null, isSaving: false })
    await expect.poll(() => result.current.policy).toMatchObject({ enabled: false })
    expect(result.current).toMatchObject({ status: 'ready', isSupported: true, canSave: true })
    const release = hold()
    const saving = result.current.save(strict, result.current.policy?.rev ?? '')
    await expect.poll(() => result.current.isSaving).toBe(true)
    release()
    expect(await saving).toMatchObject({ ok: true, value: strict })
    await expect.poll(() => result.current).toMatchObject({ isSaving: false, policy: strict })
  })

  it('shows the latest policy after a conflict, and saves nothing', async () => {
    const { Provider, api } = await aStack()
    const { result } = await renderHook(() => useIdleLogoutPolicy(), { wrapper: Provider })
    await expect.poll(() => result.current.status).toBe('ready')
    const rev = result.current.policy?.rev ?? ''
    await api.idleLogout.save(
      { ...strict, timeoutMinutes: 30 },
      { version: rev, intent: crypto.randomUUID() },
    )
    const outcome = await result.current.save(strict, rev)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'version_mismatch' } })
    await expect.poll(() => result.current.policy?.timeoutMinutes).toBe(30)
  })

  it('returns the refusal of a viewer who may not manage users', async () => {
    const { apiOfAgent } = await aStack()
    const agent = await apiOfAgent()
    const { result } = await renderHook(() => useIdleLogoutPolicy(), {
      wrapper: ({ children }) => <RosterData api={agent}>{children}</RosterData>,
    })
    await expect.poll(() => result.current.status).toBe('error')
    expect(result.current).toMatchObject({ policy: null, error: { code: 'missing_permission' } })
  })

  it('is not supported, and sends nothing, where the port has no policy', async () => {
    const { api } = await aStack()
    const { idleLogout, ...rest } = api
    const { result } = await renderHook(() => useIdleLogoutPolicy(), {
      wrapper: ({ children }) => <RosterData api={rest}>{children}</RosterData>,
    })
    expect(result.current).toMatchObject({ isSupported: false, canSave: false })
    const outcome = await result.current.save(strict, '1')
    expect(outcome).toMatchObject({ ok: false, error: { code: 'unsupported' } })
  })
})
