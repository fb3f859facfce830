import { useSyncExternalStore } from 'react'
import { createNotices, type Notices, type NoticesState } from './notices.ts'
import { useRosterUI } from './RosterUIContext.ts'

const empty = createNotices().get()

/** Returns stable functions for announcements and toasts. Call them in handlers. */
export function useNotices(): Pick<Notices, 'announce' | 'toast' | 'dismiss'> {
  return useRosterUI().notices
}

/** Returns the current toasts and announcements. */
export function useNoticesState(): NoticesState {
  const { notices } = useRosterUI()
  return useSyncExternalStore(notices.subscribe, notices.get, () => empty)
}
