import { onTestFinished } from 'vitest'
import type { RequestOptions } from '../../src/client/request-options.ts'
import type { EventsApi } from '../../src/client/roster-api.ts'
import type { RosterEvent } from '../../src/contract/events.ts'
// Loaded first, so that what loads it later doesn’t wait for the disk.
import '../../src/state/live/follow-changes.ts'
import { aBrowser } from './a-browser.ts'
import { settle } from './a-list.ts'
import { aVisibility } from './a-visibility.ts'
import { aWriter } from './a-writer.ts'

/** A list that is seen, over a port whose change log the test writes. */
export async function aLiveList({
  streams = true,
  presence = false,
}: {
  streams?: boolean
  presence?: boolean
} = {}) {
  const log: RosterEvent[] = []
  const asked: string[] = []
  let revision = 100
  let isGap = false
  let failure: unknown
  let refusal: unknown
  let endStream = () => {}
  let wake = () => {}

  const events: EventsApi = {
    async list(since) {
      asked.push(`list ${since ?? ''}`.trim())
      if (failure) throw failure
      const events = log.filter((event) => since !== undefined && event.revision > since)
      return { events: isGap ? [] : events, revision, gap: isGap }
    },
    ...(streams && {
      async *stream(since: number, { signal }: RequestOptions = {}) {
        asked.push(`stream ${since}`)
        if (refusal) throw refusal
        let at = since
        let isEnded = false
        endStream = () => {
          isEnded = true
          wake()
        }
        signal?.addEventListener('abort', () => wake())
        while (!isEnded && !signal?.aborted) {
          const next = log.find((event) => event.revision > at)
          if (next) {
            at = next.revision
            yield next
          } else
            await new Promise<void>((resolve) => {
              wake = resolve
            })
        }
        asked.push('closed')
      },
    }),
  }

  const writer = aWriter(3, undefined, events)
  const { server, state, clock, open } = writer
  const session = await server.api.session.get()
  const capabilities = { ...session.capabilities, events: true, eventStream: streams, presence }
  server.api.session.get = async () => {
    asked.push('session')
    return { ...session, capabilities }
  }
  const { list } = server.api.users
  server.api.users.list = (...given) => {
    asked.push('users')
    return list(...given)
  }
  const { visibility, show } = aVisibility()
  const unfollow = state.live.follow({ clock, visibility, ...aBrowser().parts() })
  const leave = open()
  onTestFinished(() => {
    leave()
    unfollow()
  })
  const rest = async () => {
    for (let turn = 0; turn < 6; turn++) await settle()
  }
  await rest()

  return {
    ...writer,
    leave,
    /** What was asked since it was last looked at, by name: the order of one turn is nobody's business. */
    asked: () => asked.splice(0).toSorted(),
    /** Lets everything that is due run. */
    rest,
    async pass(ms: number) {
      clock.advance(ms)
      await rest()
    },
    /** Writes an event, and tells the stream. */
    async happens(ids: string[], { resource = 'users', intent = 'theirs' }: Partial<RosterEvent> = {}) {
      revision += 1
      log.push({ revision, resource, ids, intent, at: '2026-01-01T00:00:00.000Z' })
      wake()
      await rest()
    },
    async show(visible: boolean) {
      show(visible)
      await rest()
    },
    async end() {
      endStream()
      await rest()
    },
    /** Fails the stream alone. */
    refuseStream(error: unknown) {
      refusal = error
    },
    fail(error: unknown) {
      failure = error
    },
    forget() {
      isGap = true
    },
  }
}
