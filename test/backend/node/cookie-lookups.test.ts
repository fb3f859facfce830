import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { currentOwner } from '../../../backend/node/database/turn.ts'
import { createCookieLookups } from '../../../backend/node/identity/cookie-lookups.ts'

const unknown = async () => null
const company = { company: 'c' }

/** Lookups by a visitor, each for another cookie unless one is named. */
function lookups(visitor: string) {
  const lookUp = createCookieLookups()
  let count = 0
  return {
    guess: (by = visitor) =>
      lookUp({ key: `guess ${count++}`, owner: company, visitor: by }, { find: unknown }),
    find: (key: string, by = visitor) =>
      lookUp(
        { key, owner: company, visitor: by },
        { find: async () => ({ owner: currentOwner() }), isOwners: () => key !== 'foreign' },
      ),
  }
}

describe('looking cookies up', () => {
  it('takes the turn of the visitor first, and of the owner once the cookie is known', async () => {
    const { find } = lookups('v')
    expect(await find('mine')).toEqual({ owner: { visitor: 'v' } })
    expect(await find('mine')).toEqual({ owner: company })
    expect(await find('yours')).toEqual({ owner: { visitor: 'v' } })
  })

  it('stays in the turn of the visitor for one who is not a member of the company', async () => {
    const { find } = lookups('v')
    for (let again = 0; again < 3; again++) expect(await find('foreign')).toEqual({ owner: { visitor: 'v' } })
  })

  it('is slow for a visitor who guessed twenty times, and refused when many of theirs wait', async () => {
    const { guess, find } = lookups('v')
    await find('known')
    for (let free = 0; free < 20; free++) await guess()
    const settled: string[] = []
    const all = Array.from({ length: 60 }, () =>
      guess().then(
        () => settled.push('unknown'),
        ({ code, details }) => settled.push(`${code} ${details.retryAfter}`),
      ),
    )
    const begun = performance.now()
    await vi.waitFor(() => expect(settled.filter((outcome) => outcome === 'rate_limited 1')).toHaveLength(8))
    // A refusal is held back too, so that a client that repeats at once doesn't keep the process busy.
    expect(performance.now() - begun).toBeGreaterThan(400)
    // Neither a known cookie nor another visitor waits for them.
    expect(await find('known')).toEqual({ owner: company })
    expect(await find('another', 'w')).toEqual({ owner: { visitor: 'w' } })
    expect(await guess('w')).toBeNull()
    await Promise.all(all)
    expect(settled.filter((outcome) => outcome === 'rate_limited 1').length).toBeGreaterThanOrEqual(8)
    expect(settled.filter((outcome) => outcome === 'unknown').length).toBeGreaterThan(10)
  })

  it('is quick again a minute later', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const { guess } = lookups('v')
    for (let free = 0; free < 20; free++) await guess()
    vi.advanceTimersByTime(61_000)
    const quick = Array.from({ length: 15 }, () => guess())
    expect(await Promise.all(quick)).toEqual(Array(15).fill(null))
  })
})
