import { useCallback, useMemo, useRef } from 'react'
import type { UsersQuery } from '../contract/users-query.ts'
import { useIsomorphicLayoutEffect } from '../primitives/data-table/useIsomorphicLayoutEffect.ts'
import { useControlled } from '../primitives/parts/useControlled.ts'
import type { UsersViewJson } from '../state/users-view.ts'
import type { UsersSettingsTab, UsersSettingsView } from './settings-view.ts'

/** The view, where the host owns it or hears of it. */
export interface SettingsViewControl {
  view?: UsersSettingsView | undefined
  /** @default {} */
  defaultView?: UsersSettingsView | undefined
  onViewChange?: ((view: UsersSettingsView) => void) | undefined
}

/** The view in its parts, and stable ways to change each. */
export interface SettingsView {
  tab: UsersSettingsTab
  query: UsersQuery
  openUserId: string | undefined
  setTab(tab: UsersSettingsTab): void
  setQuery(query: UsersQuery): void
  openUser(id: string | undefined): void
}

const anywhere: UsersSettingsView = {}

/** One value for all that the person is looking at. */
export function useSettingsView({
  view,
  defaultView = anywhere,
  onViewChange,
}: SettingsViewControl): SettingsView {
  const [shown, setShown] = useControlled(view, defaultView, onViewChange)
  const latest = useRef(shown)
  // Each time, since a host may keep the view that it has; two changes of one turn still come together.
  useIsomorphicLayoutEffect(() => {
    latest.current = shown
  })

  const change = useCallback(
    (part: UsersSettingsView) => {
      latest.current = { ...latest.current, ...part }
      setShown(latest.current)
    },
    [setShown],
  )
  const setTab = useCallback((tab: UsersSettingsTab) => change({ tab }), [change])
  const setQuery = useCallback(
    (query: UsersQuery) => change({ users: withOpen(query, latest.current.users?.openUserId) }),
    [change],
  )
  const openUser = useCallback(
    (id: string | undefined) => {
      const { openUserId, ...query } = latest.current.users ?? {}
      if (openUserId !== id) change({ users: withOpen(query, id) })
    },
    [change],
  )

  const { openUserId, query } = useMemo(() => {
    const { openUserId, ...query } = shown.users ?? {}
    return { openUserId, query }
  }, [shown.users])
  return { tab: shown.tab ?? 'users', query, openUserId, setTab, setQuery, openUser }
}

const withOpen = (query: UsersQuery, openUserId: string | undefined): UsersViewJson =>
  openUserId === undefined ? query : { ...query, openUserId }
