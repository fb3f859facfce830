import { type RefObject, useCallback, useRef } from 'react'
import { useRosterState } from '../hooks/RosterContext.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import type { AskToLeave } from './leaving/watch-leaving.ts'
import { settingsTabOf, type UsersSettingsTab } from './settings-view.ts'
import type { SettingsView } from './useSettingsView.ts'

interface SettingsTabs {
  /** The open tab. */
  tab: UsersSettingsTab
  /** Whether a tab is shown. */
  has: Record<UsersSettingsTab, boolean>
  /** Opens a tab, and then a row on it, unless the open tab asks first and the person stays. */
  changeTab: (name: string, openRow?: () => void) => void
  /** Set by a tab with unsaved changes: asks the person before it is left. */
  leaving: RefObject<AskToLeave | null>
}

/** Returns the tabs that the backend supports and the viewer may see. */
export function useSettingsTabs(
  { tab: asked, setTab }: SettingsView,
  viewer: UseViewerResult,
  isDenied: boolean,
): SettingsTabs {
  const { api } = useRosterState('<UsersSettings>')
  const leaving = useRef<AskToLeave>(null)
  // While it isn't known whether the backend has a tab, or can't be, the one in the address is shown with its own state.
  const offers = (name: UsersSettingsTab, isSupported: boolean) =>
    !isDenied && (viewer.status === 'ready' ? isSupported : asked === name)
  const has = {
    users: true,
    invitations: offers('invitations', viewer.capabilities.invitations),
    idleLogout: api.idleLogout?.get !== undefined && offers('idleLogout', viewer.capabilities.idleLogout),
  }
  const changeTab = useCallback(
    (name: string, openRow?: () => void) => {
      const change = () => setTab(settingsTabOf(name), openRow)
      if (leaving.current) leaving.current(change)
      else change()
    },
    [setTab],
  )
  // If the backend doesn't have a tab, the Users tab is shown, even if the address names the other one.
  return { tab: has[asked] ? asked : 'users', has, changeTab, leaving }
}
