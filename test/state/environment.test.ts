import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { browserEnvironment } from '../../src/state/environment/roster-environment.ts'

const { focus, visibility, online, storage, channel } = browserEnvironment

function stub(globals: Record<string, unknown>) {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  onTestFinished(() => void vi.unstubAllGlobals())
}

/** A storage that refuses, as with blocked cookies (the property throws) or a full disk (the method throws). */
const refuse = () => {
  throw new DOMException('denied', 'SecurityError')
}

describe('the environment where there is no browser', () => {
  it('counts as visible and online', () => {
    expect(visibility.isVisible()).toBe(true)
    expect(online.isOnline()).toBe(true)
  })

  it('subscribes to nothing, without an error', () => {
    for (const { subscribe } of [focus, visibility, online]) expect(subscribe(() => {})()).toBe(undefined)
  })

  it('keeps stored texts in memory', () => {
    expect(storage.getItem('a')).toBe(null)
    storage.setItem('a', '1')
    expect(storage.getItem('a')).toBe('1')
    storage.removeItem('a')
    expect(storage.getItem('a')).toBe(null)
  })
})

describe('the clock', () => {
  it('waits for the longest time that a timer takes instead of calling at once', () => {
    const waits: unknown[] = []
    stub({ setTimeout: (_: () => void, ms: number) => waits.push(ms), clearTimeout: () => {} })
    browserEnvironment.clock.after(365 * 86_400_000, () => {})()
    expect(waits).toEqual([2 ** 31 - 1])
  })
})

describe('the environment of a browser', () => {
  it('reports the page’s visibility, and its return', () => {
    const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' })
    const window = new EventTarget()
    stub({ document, window })
    const listener = vi.fn()
    const remove = focus.subscribe(listener)
    expect(visibility.isVisible()).toBe(false)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(listener).not.toHaveBeenCalled()
    document.visibilityState = 'visible'
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('focus'))
    window.dispatchEvent(new Event('online'))
    expect(visibility.isVisible()).toBe(true)
    expect(listener).toHaveBeenCalledTimes(3)
    remove()
    window.dispatchEvent(new Event('focus'))
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('counts as visible where a document does not report its visibility', () => {
    stub({ document: new EventTarget() })
    expect(visibility.isVisible()).toBe(true)
  })

  it.each([
    [false, { navigator: { onLine: false } }],
    [true, { navigator: { onLine: true } }],
    [true, { navigator: {} }],
    [true, {}],
  ])('is online: %s, with a window like %j', (expected, window) => {
    stub({ window })
    expect(online.isOnline()).toBe(expected)
  })

  it('reports that the network went and came', () => {
    const window = new EventTarget()
    stub({ window })
    const listener = vi.fn()
    const remove = online.subscribe(listener)
    window.dispatchEvent(new Event('offline'))
    window.dispatchEvent(new Event('online'))
    remove()
    window.dispatchEvent(new Event('offline'))
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['the property throws', Object.defineProperty({}, 'localStorage', { get: refuse })],
    ['the property is null', { localStorage: null }],
    [
      'it drops what is written',
      { localStorage: { getItem: () => null, setItem: () => {}, removeItem: () => {} } },
    ],
    ['its methods throw', { localStorage: { getItem: refuse, setItem: refuse, removeItem: refuse } }],
  ])('keeps stored texts in memory where storage is denied: %s', (_, window) => {
    stub({ window })
    storage.setItem('b', '1')
    expect(storage.getItem('b')).toBe('1')
    storage.removeItem('b')
    expect(storage.getItem('b')).toBe(null)
  })

  it('returns the stored text, not an earlier one that was refused', () => {
    const kept = new Map<string, string>()
    let isFull = true
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => void kept.delete(key),
      setItem(key: string, value: string) {
        if (isFull) refuse()
        kept.set(key, value)
      },
    }
    stub({ window: { localStorage } })
    storage.setItem('c', 'in memory')
    isFull = false
    storage.setItem('c', 'stored')
    expect(storage.getItem('c')).toBe('stored')
    storage.removeItem('c')
    expect(storage.getItem('c')).toBe(null)
  })

  it('carries messages to channels of the same name', async () => {
    const [here, there] = [channel.open('roster'), channel.open('roster')]
    const received = new Promise((resolve) => {
      there.subscribe(resolve)
    })
    here.post({ last: 7 })
    expect(await received).toEqual({ last: 7 })
    here.close()
    there.close()
  })

  it.each([
    ['is missing', undefined],
    ['refuses', refuse],
  ])('opens a silent channel where BroadcastChannel %s', (_, BroadcastChannel) => {
    stub({ BroadcastChannel })
    const silent = channel.open('roster')
    const listener = vi.fn()
    const remove = silent.subscribe(listener)
    silent.post('message')
    remove()
    silent.close()
    expect(listener).not.toHaveBeenCalled()
  })
})
