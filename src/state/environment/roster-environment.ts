import { browserChannels, type ChannelSource } from './channel-source.ts'
import { type Clock, systemClock } from './clock.ts'
import { type FocusSource, pageFocus } from './focus-source.ts'
import { browserLocks, type LockSource } from './lock-source.ts'
import { browserOnline, type OnlineSource } from './online-source.ts'
import { browserStorage, type StorageArea } from './storage-area.ts'
import { pageVisibility, type VisibilitySource } from './visibility-source.ts'

/** What we need from the browser. Replace a part for tests or another runtime, and keep each part stable. */
export interface RosterEnvironment {
  /** @default the machine's time */
  clock?: Clock
  /** When to load again what is on screen. @default the page is shown, focused, or online again */
  focus?: FocusSource
  /** @default the document's visibility */
  visibility?: VisibilitySource
  /** @default the browser's `navigator.onLine` */
  online?: OnlineSource
  /** @default `localStorage`, or memory if it is denied */
  storage?: StorageArea
  /** @default `BroadcastChannel`, or none if it is missing */
  channel?: ChannelSource
  /** @default Web Locks, or claims in the storage if they are missing */
  locks?: LockSource
}

/** The environment of a browser. Each part still works, with less, if the browser lacks or refuses it. */
export const browserEnvironment: Required<RosterEnvironment> = {
  clock: systemClock,
  focus: pageFocus,
  visibility: pageVisibility,
  online: browserOnline,
  storage: browserStorage,
  channel: browserChannels,
  locks: browserLocks({ clock: systemClock, storage: browserStorage }),
}
