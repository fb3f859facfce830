import { afterEach, describe, expect, it, vi } from 'vitest'
import { anySignal } from '../../src/base/any-signal.ts'
import { initials } from '../../src/primitives/avatar/initials.ts'

afterEach(() => vi.unstubAllGlobals())

describe('a browser without AbortSignal.any', () => {
  const withoutAny = () => vi.stubGlobal('AbortSignal', class {})

  it('joins signals: the first that fires ends the whole, with its reason', () => {
    const [first, second] = [new AbortController(), new AbortController()]
    withoutAny()
    const signal = anySignal([first.signal, second.signal])
    expect(signal.aborted).toBe(false)
    second.abort('second')
    first.abort('first')
    expect(signal).toMatchObject({ aborted: true, reason: 'second' })
  })

  it('ends at once with a signal that has fired', () => {
    const { signal } = new AbortController()
    const fired = AbortSignal.abort('before')
    withoutAny()
    expect(anySignal([signal, fired])).toMatchObject({ aborted: true, reason: 'before' })
  })
})

it('a browser without Intl.Segmenter still shows initials', () => {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
  expect(initials('Ἀθηνᾶ Ada')).toBe('ἈA')
  expect(initials('ada lovelace')).toBe('AL')
})
