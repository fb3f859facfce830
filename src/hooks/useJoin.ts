import { useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { checkJoinApi } from '../client/check-join-api.ts'
import type { JoinApi } from '../client/join-api.ts'
import type { Joined } from '../contract/join.ts'
import type { Outcome } from '../state/core/outcome.ts'
import { listen } from '../state/environment/listen.ts'
import { page } from '../state/environment/page.ts'
import type { StorageArea } from '../state/environment/storage-area.ts'
import { createJoin, type JoinDetails, type JoinSnapshot, loadingJoin } from '../state/join/join.ts'
import { joinTokenIn, tabStorage, takeJoinToken } from '../state/join/join-token.ts'
import { EnvironmentContext } from './EnvironmentContext.ts'

/** What {@link useJoin} takes. */
export interface UseJoinOptions {
  /** The port of joining. Keep it stable. */
  api: JoinApi
  /** Keeps the invitation while the person signs in. Keep it stable. @default `sessionStorage` */
  storage?: StorageArea
}

/** The state of an invitation, and what the person can do with it. Its functions are stable. */
export interface UseJoinResult extends JoinSnapshot {
  /** Joins the company. If it is called again while it is still running, it returns the outcome of the first call. */
  join(details?: JoinDetails): Promise<Outcome<Joined>>
  /** Takes the link from a text that was pasted. Returns false if there is none in it. */
  paste(text: string): boolean
  /** Loads the invitation again, such as after a sign-in or a sign-out. */
  refetch(): Promise<void>
}

/**
 * The invitation whose link opened this page. The link's token is taken out of the address and kept in this tab, so that
 * the person can sign in elsewhere and come back. It needs no provider.
 */
export function useJoin({ api, storage = tabStorage }: UseJoinOptions): UseJoinResult {
  const { clock, focus } = useContext(EnvironmentContext)
  const store = useMemo(
    () => createJoin({ api: checkJoinApi(api), token: joinTokenIn(storage, clock.now) }),
    [api, storage, clock],
  )
  useEffect(() => {
    takeJoinToken(storage, clock.now)
    const stopListening = listen(page.window, ['hashchange'], () => {
      if (takeJoinToken(storage, clock.now)) void store.refetch()
    })
    const stopFollowing = store.follow(focus)
    return () => {
      stopListening()
      stopFollowing()
    }
  }, [store, storage, clock, focus])
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, onServer)
  const { join, paste, refetch } = store
  return { ...snapshot, join, paste, refetch }
}

const onServer = () => loadingJoin
