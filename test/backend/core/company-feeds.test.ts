import { describe, expect, it } from 'vitest'
import type { Store } from '../../../backend/core/ports/store.ts'
import { aBackend } from './a-backend.ts'
import { readStream } from './read-stream.ts'

const asStream = { headers: { Accept: 'text/event-stream' } }

/** A store that counts what streams read of it. */
function counting() {
  const reads = { changes: 0, sessions: 0, admit: 0, watch: 0 }
  const over = (store: Store): Store => ({
    ...store,
    changes: (...asked) => {
      reads.changes++
      return store.changes(...asked)
    },
    sessions: (...asked) => {
      reads.sessions++
      return store.sessions(...asked)
    },
    admit: (...asked) => {
      reads.admit++
      return store.admit(...asked)
    },
    watch: (...asked) => {
      reads.watch++
      return store.watch(...asked)
    },
  })
  const since = (before: typeof reads) => ({
    changes: reads.changes - before.changes,
    sessions: reads.sessions - before.sessions,
    admit: reads.admit - before.admit,
    watch: reads.watch - before.watch,
  })
  return { over, reads, since }
}

/** Streams of two people, eight each, which is as many as a session may have. */
async function open(heartbeat?: number) {
  const { over, reads, since } = counting()
  const backend = await aBackend({ store: over, heartbeat })
  const streams = await Promise.all(
    Array.from({ length: 16 }, async (_, index) =>
      readStream(await backend.send('/v1/events', { ...asStream, as: index % 2 ? 'boss' : 'manager' })),
    ),
  )
  await expect.poll(() => streams.every(({ text }) => text().length > 3)).toBe(true)
  const move = (team: string) => backend.change('PATCH', '/v1/users/agent/teams', { add: [team], remove: [] })
  return { backend, streams, reads, since, move }
}

describe('the streams of a company', () => {
  it('share one watcher, and for each change one read of the log and one of their sessions', async () => {
    const { streams, reads, since, move } = await open()
    expect(reads.watch).toBe(1)
    for (const [index, team] of ['night', 'chat'].entries()) {
      const before = { ...reads }
      await move(team)
      await expect.poll(() => streams.every(({ events }) => events.length === index + 1)).toBe(true)
      expect(since(before)).toEqual({ changes: 1, sessions: 1, admit: 1, watch: 0 })
    }
    const texts = new Set(streams.map(({ events }) => JSON.stringify(events)))
    expect(texts.size).toBe(1)
  })

  it('share one read a heartbeat', async () => {
    const { streams, reads, since } = await open(40)
    const beats = () => streams[0]?.text().match(/^:$/gm)?.length ?? 0
    const [first, before] = [beats(), { ...reads }]
    await expect.poll(beats).toBeGreaterThan(first + 3)
    const { changes, sessions } = since(before)
    expect(changes).toBeLessThanOrEqual(beats() - first + 2)
    expect(sessions).toBe(changes)
  })

  it('that join later read for themselves, and no change twice', async () => {
    const { backend, streams, move } = await open()
    await move('night')
    const late = readStream(await backend.send('/v1/events?since=0', { ...asStream, as: 'boss' }))
    expect(late.isOpen()).toBe(true)
    await streams[1]?.close()
    const later = readStream(await backend.send('/v1/events?since=0', { ...asStream, as: 'boss' }))
    await expect.poll(() => later.events.map(({ revision }) => revision)).toEqual([1])
    await move('chat')
    await expect.poll(() => later.events.map(({ revision }) => revision)).toEqual([1, 2])
    await expect.poll(() => streams[0]?.events.map(({ revision }) => revision)).toEqual([1, 2])
  })
})
