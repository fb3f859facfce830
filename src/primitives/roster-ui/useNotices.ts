import { useSyncExternalStore } from 'react'
import { createNotices, type Notices, type NoticesState } from './notices.ts'
import { useRosterUI } from './RosterUIContext.ts'

const empty = createNotices().get()

/** Announcing and toasts: stable functions, to be called from handlers. */
export function useNotices(): Pick<Notices, 'announce' | 'toast' | 'dismiss'> {
  return useRosterUI().notices
}

/** What is being said now. */
export function useNoticesState(): NoticesState {
  const { notices } = useRosterUI()
  return useSyncExternalStore(notices.subscribe, notices.get, () => empty)
}
