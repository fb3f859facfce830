import { createContext, useContext } from 'react'
import type { MessageOverrides } from '../../messages/overrides.ts'
import { type Clock, createClock } from './clock.ts'
import { createNotices, type Notices } from './notices.ts'

/** What every component of ours reads from its surroundings. */
export interface RosterUIContextValue {
  locale: string
  dir: 'ltr' | 'rtl'
  timeZone: string | undefined
  clock: Clock
  messages: MessageOverrides
  notices: Notices
  /** Attributes of the root, for what is portalled out of it. */
  rootAttributes: Record<string, string | undefined>
  /** Where the host wants dialogs to go. */
  container: Element | undefined
}

/** Surroundings without a `RosterUI`: English, the browser's zone and clock, dialogs in the body. */
const defaults: RosterUIContextValue = {
  locale: 'en',
  dir: 'ltr',
  timeZone: undefined,
  clock: createClock(Date.now),
  messages: {},
  notices: createNotices(),
  rootAttributes: {},
  container: undefined,
}

/** Carries the surroundings from a `RosterUI` to what is below it. */
export const RosterUIContext = createContext(defaults)

/**
 * The root's element; null before it is mounted, undefined without a root. It has a context that is separate: what is below
 * the root does not render again when the element arrives.
 */
export const RosterRootContext = createContext<Element | null | undefined>(undefined)

/** The surroundings that the nearest `RosterUI` sets. */
export const useRosterUI = () => useContext(RosterUIContext)
