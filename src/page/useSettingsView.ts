import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { UsersViewJSON } from '../contract/users-view-json.ts'
import { useOwnedView } from '../hooks/useOwnedView.ts'
import { useViewParts } from '../hooks/useViewParts.ts'
import { useControlled } from '../primitives/element/useControlled.ts'
import { useIsomorphicLayoutEffect } from '../primitives/element/useIsomorphicLayoutEffect.ts'
import { createInvitationsView, type InvitationsView } from '../state/invitations/invitations-view.ts'
import {
  type InvitationsViewParts,
  invitationsViewJSON,
  partsOfInvitationsView,
} from '../state/invitations/invitations-view-parts.ts'
import { createUsersView, type UsersView } from '../state/users/users-view.ts'
import { partsOfView, type UsersViewParts, usersViewJSON } from '../state/users/users-view-parts.ts'
import {
  settingsTabOf,
  type UsersSettingsTab,
  type UsersSettingsView,
  type UsersSettingsViewChange,
} from './settings-view.ts'
import { createViewHistory } from './view-history.ts'

/** The view, if the host controls it or follows its changes. */
export interface SettingsViewControl {
  /**
   * What the page shows. You only control columns and density if `users` contains them, and the Invitations tab once
   * the view contains `invitations`.
   */
  view?: UsersSettingsView | undefined
  /** What the page shows first. @default {} */
  defaultView?: UsersSettingsView | undefined
  /**
   * Called when the person searches, sorts, filters, opens or closes a user or an invitation, or changes columns or
   * density.
   * `change.history` says how to change an address that shows the view.
   */
  onViewChange?: ((view: UsersSettingsView, change: UsersSettingsViewChange) => void) | undefined
}

/** The view in its parts. */
export interface SettingsView {
  tab: UsersSettingsTab
  /** Opens a tab, and then a row on it: one change, even if both change. */
  setTab(tab: UsersSettingsTab, openRow?: () => void): void
  /** The one store of what the Users tab shows. */
  usersView: UsersView
  users: UsersViewParts
  /** The one store of what the Invitations tab shows. */
  invitationsView: InvitationsView
  invitations: InvitationsViewParts
}

const anywhere: UsersSettingsView = {}

/** Creates the page's view and connects it to the host's props. */
export function useSettingsView({ view, defaultView, onViewChange }: SettingsViewControl): SettingsView {
  // Hosts read the view from an address or a store, where it may be null or anything else.
  const given = view ?? undefined
  const initial = given ?? defaultView ?? anywhere
  const latest = useRef(initial)
  // Runs on every render, since a host may reject a change and keep its view. Two changes in one turn are still
  // reported together.
  useIsomorphicLayoutEffect(() => {
    if (given) latest.current = given
  })

  const isInvitationsGiven = useOnce(Boolean(given?.invitations))
  // An entry of a host that leaves this tab out wouldn't close the panel when the person goes back.
  const keepsInvitations = Boolean(given) && !isInvitationsGiven
  const [history] = useState(createViewHistory)
  // The view before a change of several parts, while they change.
  const gathered = useRef<UsersSettingsView>(undefined)
  const report = useCallback(
    (before: UsersSettingsView) => {
      const next = latest.current
      const isKept = keepsInvitations && next.invitations !== before.invitations
      onViewChange?.(next, { history: isKept ? 'replace' : history.changeOf(before, next) })
    },
    [onViewChange, history, keepsInvitations],
  )
  const change = useCallback(
    (part: UsersSettingsView, partBefore: UsersSettingsView) => {
      const before = { ...latest.current, ...partBefore }
      latest.current = { ...before, ...part }
      if (gathered.current) gathered.current = { ...gathered.current, ...partBefore }
      else report(before)
    },
    [report],
  )
  const [tab, setOwnTab] = useControlled<UsersSettingsTab>(
    given && settingsTabOf(given.tab),
    settingsTabOf(initial.tab),
    undefined,
  )
  const setTab = useCallback(
    (next: UsersSettingsTab, openRow?: () => void) => {
      const shown = latest.current
      gathered.current = shown
      latest.current = { ...shown, tab: next }
      setOwnTab(next)
      openRow?.()
      const before = gathered.current
      gathered.current = undefined
      // What is opened from another tab is a new entry, even if that tab has a row open already.
      report(openRow && settingsTabOf(shown.tab) !== next ? { ...before, [next]: undefined } : before)
    },
    [setOwnTab, report],
  )

  const usersView = useOwnedView({
    create: createUsersView,
    caller: '<UsersSettings>',
    defaultView: initial.users,
    value: useMemo(() => given && ownedParts(given.users), [given]),
    onChange: useCallback(
      (next: UsersViewParts, before: UsersViewParts) =>
        change({ users: usersViewJSON(next) }, { users: usersViewJSON(before) }),
      [change],
    ),
  })
  const users = useViewParts(usersView)
  const invitationsView = useOwnedView({
    create: createInvitationsView,
    caller: '<UsersSettings>',
    defaultView: initial.invitations,
    value: useMemo(() => {
      if (!given || !isInvitationsGiven) return undefined
      const { query, openInvitationId } = partsOfInvitationsView(given.invitations)
      return { query, openInvitationId }
    }, [given, isInvitationsGiven]),
    onChange: useCallback(
      (next: InvitationsViewParts, before: InvitationsViewParts) =>
        change({ invitations: invitationsViewJSON(next) }, { invitations: invitationsViewJSON(before) }),
      [change],
    ),
  })
  const invitations = useViewParts(invitationsView)
  const { openUserId } = users
  const { openInvitationId } = invitations
  useEffect(() => {
    history.shows({ users: openUserId, invitations: openInvitationId })
  }, [history, openUserId, openInvitationId])
  return { tab, setTab, usersView, users, invitationsView, invitations }
}

/** Whether a condition has been met, now or before. */
function useOnce(isMet: boolean): boolean {
  const [wasMet, setWasMet] = useState(isMet)
  if (isMet && !wasMet) setWasMet(true)
  return isMet || wasMet
}

/**
 * A host that controls the view owns the query and the open user. It owns columns and density only if the view contains
 * them.
 */
function ownedParts(json: UsersViewJSON | undefined): Partial<UsersViewParts> {
  const { query, openUserId, ...look } = partsOfView(json)
  const listed = Object.entries(look).filter(([, value]) => value !== undefined)
  return { query, openUserId, ...Object.fromEntries(listed) }
}
