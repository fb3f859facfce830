import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { useIdleCountdown } from '../../src/hooks/useIdleCountdown.ts'
import { useIdleLogout } from '../../src/hooks/useIdleLogout.ts'
import { useUsers } from '../../src/hooks/useUsers.ts'
import { aStack } from './a-stack.tsx'
import { aStrictCompany } from './a-strict-company.ts'

const minute = 60_000

/** Counts the listeners that are added to the page and aren't removed. */
function countListeners() {
  const added = new Map<string, number>()
  const change = (by: number) => (target: EventTarget, type: string) => {
    const name = `${target === window ? 'window' : 'document'} ${type}`
    added.set(name, (added.get(name) ?? 0) + by)
  }
  const isOurs = (options: unknown) => typeof options !== 'object' || options === null || !('once' in options)
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target
    vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
      if (isOurs(options)) change(1)(target, type)
      addEventListener.call(target, type, listener, options)
    })
    vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, options) => {
      change(-1)(target, type)
      removeEventListener.call(target, type, listener, options)
    })
  }
  onTestFinished(() => void vi.restoreAllMocks())
  return () => [...added].flatMap(([name, count]) => (count > 0 ? [`${name} ${count}`] : []))
}

describe('useIdleLogout', () => {
  it('warns, goes on with stay, and ends; nothing renders each second but the countdown', async () => {
    const { Provider, pass } = await aStrictCompany()
    let renders = 0
    const { result } = await renderHook(
      () => {
        renders += 1
        return useIdleLogout()
      },
      { wrapper: Provider },
    )
    await expect.poll(() => result.current.phase).toBe('active')
    const { engine } = result.current
    const countdown = await renderHook(() => useIdleCountdown(engine), { wrapper: Provider })
    expect(countdown.result.current).toBeNull()
    await pass(9 * minute + 1_000)
    await expect.poll(() => result.current.phase).toBe('warning')
    await expect.poll(() => countdown.result.current).toBeLessThanOrEqual(60)
    const before = [renders, countdown.result.current ?? 0] as const
    await pass(20_000)
    await expect.poll(() => countdown.result.current).toBeLessThanOrEqual(before[1] - 19)
    expect(renders).toBe(before[0])
    await result.current.stay()
    await expect.poll(() => result.current.phase).toBe('active')
    await expect.poll(() => countdown.result.current).toBeNull()
    await pass(10 * minute + 15_000)
    await expect.poll(() => result.current).toMatchObject({ phase: 'ended', reason: 'idle' })
  })

  it('names the session that it ends, so that a late call ends none that was signed in to since', async () => {
    const { Provider, api, requests } = await aStrictCompany()
    const { result } = await renderHook(() => useIdleLogout(), { wrapper: Provider })
    await expect.poll(() => result.current.phase).toBe('active')
    const { sessionKey } = await api.session.get()
    await result.current.logOutNow()
    const sent = () => requests.filter(({ url }) => url.endsWith('/session/end'))
    await expect.poll(() => sent().length).toBe(1)
    expect(await sent()[0]?.clone().json()).toEqual({ reason: 'signed_out', sessionKey })
  })

  it('covers a page that slept before its next request leaves', async () => {
    const { Provider, sleep, requests, waiting } = await aStrictCompany()
    const { result } = await renderHook(() => ({ idle: useIdleLogout(), users: useUsers() }), {
      wrapper: Provider,
    })
    await expect.poll(() => [result.current.idle.phase, waiting()]).toEqual(['active', 0])
    const { engine } = result.current.idle
    const sent = requests.length
    const phases: unknown[] = []
    const { push } = requests
    requests.push = (...given) => {
      phases.push(engine?.getState().phase)
      return push.apply(requests, given)
    }
    sleep(8 * 60 * minute)
    void result.current.users.refetch()
    await expect.poll(() => requests.length).toBeGreaterThan(sent)
    expect(phases).not.toContain('active')
    await expect.poll(() => result.current.idle).toMatchObject({ phase: 'ended', reason: 'idle' })
  })

  it('shares one engine among hooks and copies of the bundle', async () => {
    const { Provider, api } = await aStrictCompany()
    const listeners = countListeners()
    const { result } = await renderHook(() => [useIdleLogout(), useIdleLogout()] as const, {
      wrapper: Provider,
    })
    await expect.poll(() => result.current[0].phase).toBe('active')
    const [first, second] = result.current
    expect(second.engine?.subscribe).toBe(first.engine?.subscribe)
    const before = listeners()
    const path = '../../src/state/idle/open-idle-engine.ts?copy'
    const copy: typeof import('../../src/state/idle/open-idle-engine.ts') = await import(
      /* @vite-ignore */ path
    )
    const { sessionKey } = await api.session.get()
    const other = copy.openIdleEngine({ port: { sessionKey } })
    expect(other.subscribe).toBe(first.engine?.subscribe)
    expect(listeners()).toEqual(before)
    other.close()
  })

  it('timers-after-unmount=0: leaves no listener and no timer behind, in StrictMode too', async () => {
    const listeners = countListeners()
    const { Provider, timers } = await aStrictCompany()
    const before = listeners()
    const { result, unmount } = await renderHook(
      () => {
        const idle = useIdleLogout()
        return { ...idle, seconds: useIdleCountdown(idle.engine) }
      },
      { wrapper: Provider },
    )
    await expect.poll(() => result.current.phase).toBe('active')
    expect(listeners().length).toBeGreaterThan(before.length + 10)
    await unmount()
    await expect.poll(listeners).toEqual(before)
    expect(timers.size).toBe(0)
  })

  it('renders on a server as off, and starts nothing', async () => {
    const { api, requests } = await aStack()
    const sent = requests.length
    const listeners = countListeners()
    function Page() {
      const { phase, engine } = useIdleLogout()
      return <p>{`${phase} ${useIdleCountdown(engine)}`}</p>
    }
    const html = renderToString(
      <StrictMode>
        <RosterData api={api}>
          <Page />
        </RosterData>
      </StrictMode>,
    )
    expect(html).toBe('<p>off null</p>')
    expect([listeners(), requests.length]).toEqual([[], sent])
  })

  it.each([
    [0, 10 * minute],
    [20 * minute, 20 * minute],
    [1e15, 1e15],
    [-1, null],
    ['"600000"', null],
  ])(
    'a timeout of %s from the server becomes %s, and the server still ends the session',
    async (given, known) => {
      const { Provider, pass, sleep, spoil, sent } = await aStrictCompany()
      spoil((body) => body.replaceAll(/"timeoutMs":\d+/g, `"timeoutMs":${given}`))
      const { result } = await renderHook(() => ({ idle: useIdleLogout(), users: useUsers() }), {
        wrapper: Provider,
      })
      if (known === null) await expect.poll(() => result.current.idle.error).not.toBeNull()
      else await expect.poll(() => result.current.idle.policy.timeoutMs).toBe(known)
      expect(result.current.idle.phase).toBe(known === null ? 'off' : 'active')
      await result.current.users.refetch()
      expect(sent('/session/idle').length).toBeLessThanOrEqual(3)
      sleep(11 * minute)
      await pass(50_000)
      await expect.poll(() => result.current.idle).toMatchObject({ phase: 'ended', reason: 'idle' })
    },
  )

  it('names the hook that lacks a provider', () => {
    expect(() => renderToString(<Lost />)).toThrow('useIdleLogout needs a session')
  })
})

function Lost() {
  useIdleLogout()
  return null
}
