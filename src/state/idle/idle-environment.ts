import { browserChannels, type ChannelSource } from '../environment/channel-source.ts'
import type { Clock } from '../environment/clock.ts'
import { browserLocks, type LockSource } from '../environment/lock-source.ts'
import { page } from '../environment/page.ts'
import { browserStorage, createStorageArea, type StorageArea } from '../environment/storage-area.ts'
import { pageVisibility, type VisibilitySource } from '../environment/visibility-source.ts'
import { unthrottledClock } from './unthrottled-clock.ts'

/** Where events come from: a window or a document. */
export type EventSource = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/** What the idle engine needs from a browser. Replace a part for tests or another runtime. */
export interface IdleEnvironment {
  /** @default the machine's time, with timers that aren't delayed in a hidden page */
  clock: Clock
  /** @default `localStorage`, or memory if it is denied */
  storage: StorageArea
  /** @default `BroadcastChannel`, or none if it is missing */
  channel: ChannelSource
  /** @default Web Locks, or claims in the storage if they are missing */
  locks: LockSource
  /** @default the document's visibility */
  visibility: VisibilitySource
  /** @default the page's window */
  window: EventSource | undefined
  /** @default the page's document */
  document: EventSource | undefined
}

/** Completes an environment with the browser's parts. */
export function idleEnvironment(given: Partial<IdleEnvironment> = {}): IdleEnvironment {
  const clock = given.clock ?? unthrottledClock
  // A host may pass `localStorage` itself, which throws if it is full.
  const storage = given.storage ? createStorageArea(() => given.storage) : browserStorage
  return {
    channel: browserChannels,
    locks: browserLocks({ clock, storage }),
    visibility: pageVisibility,
    window: page.window,
    document: page.document,
    ...given,
    clock,
    storage,
  }
}
