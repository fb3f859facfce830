import { onTestFinished } from 'vitest'
import type { RequestOptions } from '../../src/client/request-options.ts'
import type { EventsApi } from '../../src/client/roster-api.ts'
import type { RosterEvent } from '../../src/contract/events.ts'
import type { Clock } from '../../src/state/environment/clock.ts'
import { aBrowser, type Owner } from './a-browser.ts'
import { settle } from './a-list.ts'
import { aVisibility } from './a-visibility.ts'
import { aWriter } from './a-writer.ts'
import { createManualClock } from './manual-clock.ts'

/** Windows of one browser, at a server whose change log the test writes. */
export function severalWindows(options?: Parameters<typeof aBrowser>[0]) {
  const clock = createManualClock(Date.UTC(2026, 0, 5))
  const browser = aBrowser(options)
  const log: RosterEvent[] = []
  const open = new Set<object>()
  const wakes = new Set<() => void>()
  let revision = 100
  let most = 0

  /** Lets requests, messages and locks run until nothing is left. */
  const rest = async () => {
    for (let turn = 0; turn < 6; turn++) await settle()
  }

  /** Opens a window. Its signed-in session decides whose news it receives. */
  async function openWindow(session = 's1') {
    const owner: Owner = { isAlive: true }
    const own: Clock & { advance(ms: number): void } = {
      ...clock,
      after: (ms, run) =>
        clock.after(ms, () => {
          if (owner.late) owner.late.push(run)
          else if (owner.isAlive) run()
        }),
    }
    const asked: string[] = []
    let gate: Promise<void> | undefined
    const events: EventsApi = {
      async list(since) {
        asked.push('list')
        const answer = {
          events: log.filter((event) => since !== undefined && event.revision > since),
          revision,
          gap: false,
        }
        await gate
        return answer
      },
      async *stream(since: number, { signal }: RequestOptions = {}) {
        asked.push('stream')
        const connection = {}
        open.add(connection)
        most = Math.max(most, open.size)
        let wake = () => {}
        const onWake = () => wake()
        wakes.add(onWake)
        signal?.addEventListener('abort', onWake)
        gone.add(() => open.delete(connection))
        let at = since
        while (!signal?.aborted && owner.isAlive) {
          const next = owner.late ? undefined : log.find((event) => event.revision > at)
          if (next) {
            at = next.revision
            yield next
          } else
            await new Promise<void>((resolve) => {
              wake = resolve
            })
        }
        open.delete(connection)
        wakes.delete(onWake)
      },
    }
    const gone = new Set<() => void>()
    const writer = aWriter(3, undefined, events, own)
    const { server, state } = writer
    const { get } = server.api.session
    server.api.session.get = async () => {
      const answer = await get()
      const capabilities = { ...answer.capabilities, events: true, eventStream: true }
      return { ...answer, sessionKey: session, capabilities }
    }
    const { visibility, show } = aVisibility()
    const heard: number[] = []
    const removals = [
      state.live.onRows('users', (ids) => heard.push(...ids.map(Number))),
      state.live.follow({ clock: own, visibility, ...browser.parts(owner) }),
      writer.open(),
    ]
    const leave = () => {
      for (const remove of removals.splice(0)) remove()
    }
    onTestFinished(leave)
    await rest()
    return {
      /** The revisions that the window has noticed. */
      heard,
      /** What it has requested of the log since the last call. */
      asked: () => asked.splice(0),
      async show(isVisible: boolean) {
        show(isVisible)
        await rest()
      },
      async close() {
        leave()
        await rest()
      },
      /** The process ends without a word. */
      async crash() {
        owner.isAlive = false
        for (const end of gone) end()
        await rest()
      },
      freeze() {
        owner.late ??= []
      },
      async thaw() {
        const late = owner.late ?? []
        owner.late = undefined
        for (const run of late) run()
        for (const wake of [...wakes]) wake()
        await rest()
      },
      /** Holds responses of the log until the returned function is called. */
      hold() {
        let release = () => {}
        gate = new Promise((resolve) => {
          release = resolve
        })
        return async () => {
          release()
          gate = undefined
          await rest()
        }
      },
      rest,
    }
  }

  return {
    ...browser,
    openWindow,
    /** Streams that are open now, and at most until now. */
    streams: () => open.size,
    most: () => most,
    rest,
    /** Lets time pass, in steps in which requests get their responses. */
    async pass(ms: number) {
      for (let left = ms; left > 0; left -= 500) {
        clock.advance(Math.min(left, 500))
        await settle()
      }
      await rest()
    },
    /** Someone changes a user. Returns the revision. */
    async happens() {
      revision += 1
      log.push({
        revision,
        resource: 'users',
        ids: [`${revision}`],
        intent: 'theirs',
        at: '2026-01-05T00:00:00Z',
      })
      for (const wake of [...wakes]) wake()
      await rest()
      return revision
    },
  }
}
