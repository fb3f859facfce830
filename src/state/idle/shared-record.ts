import type { Idle } from '../../contract/idle-logout.ts'
import type { IdleEnvironment } from './idle-environment.ts'
import type { EndReason } from './idle-state.ts'

/** What the windows of a browser know together about one session: no token, and no personal data. */
export interface IdleRecord {
  /** When the person was last active. All times are in milliseconds since 1970. */
  last?: number
  /** When a window last sent a report to the server. */
  sent?: number
  /** The latest activity that the server knows of. */
  known?: number
  /** When *Stay logged in* was last pressed. */
  pressed?: number
  /** Until when the session goes on at least, under the policy `rev`. */
  until?: number
  rev?: string
  ended?: EndReason
  /** A window has taken over what happens once at the end. */
  isHandled?: boolean
}

/** What windows send each other. */
export interface IdleNews {
  record?: IdleRecord
  /** What the server said to a window: when it was asked, and when it answered. */
  answer?: { idle: Idle; askedAt: number; at: number }
  /** The sender was opened after the clock had been set back, and can't tell when the person was active. */
  isLost?: boolean
  /** What happens once at the end is done. */
  isDone?: boolean
}

/** The record of a session in the storage, and on a channel. */
export interface SharedRecord {
  /** Names the locks of the session. */
  name: string
  /** Whether a change of the storage concerns the record. */
  isIn(change: Event): boolean
  read(): IdleRecord
  /** Changes the record, and informs the other windows. */
  write(change: IdleRecord): void
  tell(news: IdleNews): void
  /** Listens to the other windows until the returned function is called. */
  open(listener: (news: IdleNews) => void): () => void
}

const prefix = 'roster.idle'

/** How many sessions are remembered. */
const remembered = 8

/** Opens the record of a session. Another session's is never read. */
export function createSharedRecord(
  sessionKey: string,
  { storage, channel }: Pick<IdleEnvironment, 'storage' | 'channel'>,
): SharedRecord {
  const key = `${prefix}.${sessionKey}`
  // The end is kept apart: a window that writes its activity at the same moment must not undo it.
  const endKey = `${key}.end`
  let post: (news: IdleNews) => void = () => {}

  function read(): IdleRecord {
    const { last, sent, known, pressed, until, rev } = parsed(storage.getItem(key))
    const { ended, isHandled } = parsed(storage.getItem(endKey))
    return {
      last: time(last),
      sent: time(sent),
      known: time(known),
      pressed: time(pressed),
      until: time(until),
      rev: typeof rev === 'string' ? rev : undefined,
      ended: reasons.find((reason) => reason === ended),
      isHandled: isHandled === true,
    }
  }

  return {
    name: key,
    isIn: (change) => !('key' in change) || change.key === key || change.key === endKey,
    read,
    write(change) {
      const { ended, isHandled, ...rest } = { ...read(), ...change }
      if (change.ended) storage.setItem(endKey, JSON.stringify({ ended, isHandled }))
      else storage.setItem(key, JSON.stringify(rest))
      post({ record: { ...rest, ended, isHandled } })
    },
    tell: (news) => post(news),
    open(listener) {
      forgetOldSessions()
      const opened = channel.open(key)
      const leave = opened.subscribe((news) => listener(isObject(news) ? news : {}))
      post = opened.post
      return () => {
        post = () => {}
        leave()
        opened.close()
      }
    },
  }

  /** Removes the records of sessions before the latest few. */
  function forgetOldSessions() {
    const before = parsed(storage.getItem(prefix)).keys
    const known = Array.isArray(before) ? before.filter((name) => name !== sessionKey) : []
    for (const old of known.splice(0, Math.max(0, known.length + 1 - remembered)))
      for (const end of ['', '.end']) storage.removeItem(`${prefix}.${old}${end}`)
    storage.setItem(prefix, JSON.stringify({ keys: [...known, sessionKey] }))
  }
}

const reasons: readonly EndReason[] = ['idle', 'expired', 'revoked', 'signed_out', 'session_changed']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What is in the storage may come from anyone. */
function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

const time = (value: unknown) =>
  typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY ? value : undefined
