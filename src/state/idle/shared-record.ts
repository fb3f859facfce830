import type { Idle } from '../../contract/idle-logout.ts'
import type { IdleEnvironment } from './idle-environment.ts'
import type { EndReason } from './idle-state.ts'

/** What the windows of a browser share about one session. It contains no token and no personal data. */
export interface IdleRecord {
  /** When the person was last active. All times are in milliseconds since 1970. */
  last?: number
  /** When a window last sent a report to the server. */
  sent?: number
  /** The latest activity that the server knows of. */
  known?: number
  /** When *Stay logged in* was last pressed. */
  pressed?: number
  /** The session lasts at least until then, under the policy `rev`. */
  until?: number
  rev?: string
  ended?: EndReason
  /** Whether a window has started the work that happens once at the end. */
  isHandled?: boolean
}

/** What windows send each other. */
export interface IdleNews {
  record?: IdleRecord
  /** A response that a window received, with the times of its request and arrival. */
  answer?: { idle: Idle; askedAt: number; at: number }
  /**
   * Whether the sender was opened after the clock had been set back, so that it doesn't know when the person was
   * active.
   */
  isLost?: boolean
  /** Whether the work that happens once at the end is done. */
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
  // The end has a separate key, so that a window that stores activity at the same moment doesn't undo it.
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

/** Parses a text of the storage, which any script may have written. */
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
