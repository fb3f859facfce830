import type { RosterEvent } from '../../contract/events.ts'
import type { ChannelSource } from '../environment/channel-source.ts'
import type { Clock } from '../environment/clock.ts'
import type { LockSource } from '../environment/lock-source.ts'
import { pause } from '../environment/pause.ts'
import type { StorageArea } from '../environment/storage-area.ts'
import { createStreamSlots } from './stream-slots.ts'

/** What happened in a log after one revision and up to another. */
export interface LogNews {
  after: number
  events: readonly RosterEvent[]
  revision: number
}

/** Where the windows that read a log meet. */
export interface PeersEnvironment {
  clock: Clock
  storage: StorageArea
  channel: ChannelSource
  locks: LockSource
}

/** The turn of a window to hold a stream. */
export interface Turn {
  /** Fires when the turn is over: it was ended, or another window has it, since this one was frozen for too long. */
  signal: AbortSignal
  end(): void
}

/** The windows of a browser that read the same log. One of them holds a stream, and informs the others. */
export interface StreamPeers {
  /** Takes the turn to hold a stream. Undefined if another window holds it, or too many streams are open. */
  takeTurn(): Promise<Turn | undefined>
  /** Milliseconds after which the window that informs this one counts as gone. Undefined if there is none. */
  informedFor(): number | undefined
  post(news: LogNews): void
  close(): void
}

/** Milliseconds until a turn is renewed for the first time, which notices a simultaneous one early, and after that. */
const firstRenewal = 1_000
const renewEvery = 4_000

/** Milliseconds before the next attempt while another window is taking a turn, and how many attempts there are. */
const nextAttempt = 100
const attempts = 5

/**
 * Joins the windows that read a log. Without a name of the log, or without a channel, the window is alone, and may hold
 * a stream for itself if few are open.
 */
export function joinPeers(
  { clock, storage, channel, locks }: PeersEnvironment,
  log: string | undefined,
  { onNews, onFree }: { onNews(news: LogNews): void; onFree(): void },
): StreamPeers {
  const opened = log === undefined ? undefined : channel.open(`roster.live.${log}`)
  const isAlone = opened === undefined || opened.isSilent === true
  const slots = createStreamSlots(storage, clock, isAlone ? undefined : log)
  const leave = opened?.subscribe((message) => {
    if (message === free) onFree()
    else if (isLogNews(message)) onNews(message)
  })
  let turn: Turn | undefined
  let isClosed = false

  function begin(): Turn {
    const controller = new AbortController()
    let cancel = clock.after(firstRenewal, renew)
    function renew() {
      if (slots.renew()) cancel = clock.after(renewEvery, renew)
      else controller.abort()
    }
    return {
      signal: controller.signal,
      end() {
        if (!turn) return
        turn = undefined
        cancel()
        slots.leave()
        controller.abort()
        opened?.post(free)
      },
    }
  }

  return {
    async takeTurn() {
      if (storage.isShared?.() === false) return undefined
      let isTaken = false
      for (let attempt = 0; attempt < attempts && slots.otherLeft() === undefined; attempt += 1) {
        const take = async () => {
          isTaken = slots.otherLeft() === undefined && !isClosed && slots.take()
        }
        const hasRun = await locks.ifAvailable('roster.live', take).catch(() => false)
        if (isTaken) turn = begin()
        if (isTaken && isClosed) turn?.end()
        if (hasRun || isClosed) return turn
        await pause(clock, nextAttempt)
      }
      return undefined
    },
    informedFor: () => (isAlone ? undefined : slots.otherLeft()),
    post: (news) => opened?.post(news),
    close() {
      isClosed = true
      turn?.end()
      leave?.()
      opened?.close()
    },
  }
}

/** Sent when a turn has ended, so that another window takes it without delay. */
const free = 'free'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Any script of the origin can send messages. */
function isLogNews(message: unknown): message is LogNews {
  if (!isObject(message)) return false
  const { after, events, revision } = message
  return isRevision(after) && isRevision(revision) && Array.isArray(events) && events.every(isEvent)
}

const isRevision = (value: unknown) => Number.isSafeInteger(value)

const isEvent = (value: unknown) =>
  isObject(value) &&
  isRevision(value.revision) &&
  typeof value.resource === 'string' &&
  typeof value.intent === 'string' &&
  Array.isArray(value.ids) &&
  value.ids.every((id) => typeof id === 'string')
