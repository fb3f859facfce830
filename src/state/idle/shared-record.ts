import type { Idle } from '../../contract/idle-logout.ts'
import type { Channel } from '../environment/channel-source.ts'
import { attempt } from './attempt.ts'
import type { IdleEnvironment } from './idle-environment.ts'
import type { EndReason } from './idle-state.ts'
import { isDuration } from './is-duration.ts'
import { isObject } from './is-object.ts'

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
  /** The session lasts at least until then, if no server decides. */
  until?: number
  /** The latest response of the server, and when it was requested and received. */
  idle?: Idle
  asked?: number
  answered?: number
  /** The latest text that `get` has returned, and when it did so for the first time. */
  got?: string
  gotAt?: number
  ended?: EndReason
  /** When the server said that the session has ended. */
  over?: number
  /** When a window has started the work that happens once at the end, and when that was done. */
  handled?: number
  done?: number
}

/** The record of a session in the storage, and on a channel. */
export interface SharedRecord {
  /** Names the locks of the session. */
  name: string
  read(): IdleRecord
  /**
   * Returns the moments of a record that this window has neither read nor written before. The others must not count again:
   * after the clock is set back, their age would be too low.
   */
  news(record: IdleRecord): IdleRecord
  /** Changes the record, and informs the other windows. A change of the end includes `ended`. */
  write(change: IdleRecord): void
  /** Calls the listener when another window has sent a change, until the returned function is called. */
  open(listener: () => void): () => void
}

const prefix = 'roster.idle'

/** How many sessions are remembered, and how many moments of one. A message that was sent before can bring them back. */
const remembered = 8
const rememberedMoments = 100

const times = [
  'last',
  'sent',
  'known',
  'pressed',
  'until',
  'asked',
  'answered',
  'gotAt',
  'over',
  'handled',
  'done',
] as const
const reasons: readonly EndReason[] = ['idle', 'expired', 'revoked', 'signed_out', 'session_changed']

/** Opens the record of a session. Another session's is never read. */
export function createSharedRecord(
  sessionKey: string,
  { storage, channel }: Pick<IdleEnvironment, 'storage' | 'channel'>,
): SharedRecord {
  const key = `${prefix}.${sessionKey}`
  // The end has a separate key, so that a window that stores activity at the same moment doesn't undo it.
  const endKey = `${key}.end`
  let opened: Channel | undefined
  /** The moments that were read or written last. */
  let known: string[] = []

  const stored = (name: string) => sound(parsed(storage.getItem(name)))
  const store = (name: string, record: IdleRecord) => storage.setItem(name, JSON.stringify(record))

  /** Keeps what another window knows later, in case its storage isn't shared with this one: it is denied, or full. */
  function keep(name: string, theirs: IdleRecord) {
    const mine = stored(name)
    const later = times.filter((time) => (theirs[time] ?? 0) > (mine[time] ?? 0))
    if (later.length === 0 && theirs.ended === mine.ended) return
    const { idle } = later.includes('answered') ? theirs : mine
    const { got } = later.includes('gotAt') ? theirs : mine
    store(name, {
      ...theirs,
      ...mine,
      ...Object.fromEntries(later.map((time) => [time, theirs[time]])),
      idle,
      got,
    })
  }

  function news(record: IdleRecord) {
    const found: IdleRecord = {}
    for (const name of times) {
      const moment = `${name} ${record[name]}`
      if (!known.includes(moment)) found[name] = record[name]
      known = [...known.filter((other) => other !== moment), moment].slice(-rememberedMoments)
    }
    return found
  }

  return {
    name: key,
    read: () => ({ ...stored(key), ...stored(endKey) }),
    news,
    write(change) {
      news(change)
      const name = change.ended ? endKey : key
      const record = { ...stored(name), ...change }
      store(name, record)
      attempt(() => opened?.post({ name, record }))
    },
    open(listener) {
      forgetOldSessions()
      let leave = () => {}
      attempt(() => {
        opened = channel.open(key)
        leave = opened.subscribe((message) => {
          const { name, record } = isObject(message) ? message : {}
          if (name === key || name === endKey) keep(name, sound(record))
          listener()
        })
      })
      return () => {
        leave()
        attempt(() => opened?.close())
        opened = undefined
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
  const { idle, got, ended } = value
  if (isObject(idle)) record.idle = idle as unknown as Idle
  if (typeof got === 'string') record.got = got
  const reason = reasons.find((known) => known === ended)
  if (reason) record.ended = reason
  return record
}
