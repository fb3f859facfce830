import { createContext, useContext } from 'react'
import type { MessageOverrides } from '../../messages/overrides.ts'
import { type Clock, createClock } from './clock.ts'
import { createNotices, type Notices } from './notices.ts'

/** What all our components read from their surroundings. */
export interface RosterUIContextValue {
  locale: string
  dir: 'ltr' | 'rtl'
  timeZone: string | undefined
  clock: Clock
  messages: MessageOverrides
  notices: Notices
  /** Attributes of the root, for content that is rendered outside of it. */
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
 * The root's element; null before it is mounted, undefined without a root. It has a separate context, so that the
 * components below the root don't render again when the element is mounted.
 */
export const RosterRootContext = createContext<Element | null | undefined>(undefined)

/** The surroundings that the nearest `RosterUI` sets. */
export const useRosterUI = () => useContext(RosterUIContext)
