import type { Idle } from '../../contract/idle-logout.ts'
import { attempt } from './attempt.ts'
import type { IdleEnvironment } from './idle-environment.ts'
import type { EndReason } from './idle-state.ts'
import { isDuration } from './is-duration.ts'

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

const times = ['last', 'sent', 'known', 'pressed', 'until'] as const
const reasons: readonly EndReason[] = ['idle', 'expired', 'revoked', 'signed_out', 'session_changed']

/** Opens the record of a session. Another session's is never read. */
export function createSharedRecord(
  sessionKey: string,
  { storage, channel }: Pick<IdleEnvironment, 'storage' | 'channel'>,
): SharedRecord {
  const key = `${prefix}.${sessionKey}`
  // The end has a separate key, so that a window that stores activity at the same moment doesn't undo it.
  const endKey = `${key}.end`
  let tell: (news: IdleNews) => void = () => {}

  const stored = (name: string) => sound(parsed(storage.getItem(name)))
  const store = (name: string, record: IdleRecord) => storage.setItem(name, JSON.stringify(record))

  function read(): IdleRecord {
    const { ended, isHandled } = stored(endKey)
    return { ...stored(key), ended, isHandled }
  }

  /** Keeps what another window knows, in case its storage isn't shared with this one: it is denied, or full. */
  function keep({ ended, isHandled, ...theirs }: IdleRecord) {
    const mine = stored(key)
    if (times.some((name) => (theirs[name] ?? 0) > (mine[name] ?? 0))) store(key, { ...mine, ...theirs })
    if (ended && !stored(endKey).ended) store(endKey, { ended, isHandled })
  }

  return {
    name: key,
    isIn: (change) => !('key' in change) || change.key === key || change.key === endKey,
    read,
    write(change) {
      const record = { ...read(), ...change }
      const { ended, isHandled, ...rest } = record
      if (change.ended) store(endKey, { ended, isHandled })
      else store(key, rest)
      tell({ record })
    },
    tell: (news) => tell(news),
    open(listener) {
      forgetOldSessions()
      const opened = channel.open(key)
      const leave = opened.subscribe((news) => {
        const { record, answer, ...rest }: IdleNews = isObject(news) ? news : {}
        const theirs = sound(record)
        keep(theirs)
        listener({ ...rest, record: theirs, answer: isObject(answer?.idle) ? answer : undefined })
      })
      tell = (news) => attempt(() => opened.post(news))
      return () => {
        tell = () => {}
        leave()
        opened.close()
      }
    },
  }

  /** Removes the records of sessions before the latest few. */
  function forgetOldSessions() {
    const { keys } = parsed(storage.getItem(prefix))
    const known = Array.isArray(keys) ? keys.filter((name) => name !== sessionKey) : []
    for (const old of known.splice(0, Math.max(0, known.length + 1 - remembered)))
      for (const end of ['', '.end']) storage.removeItem(`${prefix}.${old}${end}`)
    storage.setItem(prefix, JSON.stringify({ keys: [...known, sessionKey] }))
  }
}

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

/** Takes what is valid from a record, which any script or an older version may have written. */
function sound(value: unknown): IdleRecord {
  const record: IdleRecord = {}
  if (!isObject(value)) return record
  for (const name of times) {
    const time = value[name]
    if (isDuration(time)) record[name] = time
  }
  const { rev, ended, isHandled } = value
  if (typeof rev === 'string') record.rev = rev
  record.ended = reasons.find((reason) => reason === ended)
  record.isHandled = isHandled === true
  return record
}
