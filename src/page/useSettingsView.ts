import { useCallback, useMemo, useRef } from 'react'
import type { UsersQuery } from '../contract/users-query.ts'
import { useControlled } from '../primitives/element/useControlled.ts'
import { useIsomorphicLayoutEffect } from '../primitives/element/useIsomorphicLayoutEffect.ts'
import { parseUsersView } from '../state/users/parse-users-view.ts'
import type { UsersViewJson } from '../state/users/users-view.ts'
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
export function useSettingsView({ view, defaultView, onViewChange }: SettingsViewControl): SettingsView {
  // A host reads it from an address or a store, where there may be anything, or null.
  const [shown, setShown] = useControlled(view ?? undefined, defaultView ?? anywhere, onViewChange)
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
    (query: UsersQuery) => change({ users: withOpen(query, readUsers(latest.current).openUserId) }),
    [change],
  )
  const openUser = useCallback(
    (id: string | undefined) => {
      const { query, openUserId } = readUsers(latest.current)
      if (openUserId !== id) change({ users: withOpen(query, id) })
    },
    [change],
  )

  const { query, openUserId } = useMemo(() => readUsers(shown), [shown])
  return { tab: readTab(shown), query, openUserId, setTab, setQuery, openUser }
}

const tabs: readonly UsersSettingsTab[] = ['users']

const readTab = ({ tab }: UsersSettingsView) => tabs.find((known) => known === tab) ?? 'users'

/** The list and the open user, as far as the view makes sense. */
function readUsers({ users }: UsersSettingsView) {
  const { defaultQuery: query = {}, defaultOpenUserId } = parseUsersView(users)
  return { query, openUserId: defaultOpenUserId ?? undefined }
}

const withOpen = (query: UsersQuery, openUserId: string | undefined): UsersViewJson =>
  openUserId === undefined ? query : { ...query, openUserId }
