import type { UsersSettingsView, UsersSettingsViewChange } from './settings-view.ts'

/** A panel that the browser's Back closes. */
type Panel = 'users' | 'invitations'

/** How the changes of a view belong into the browser's history. */
export interface ViewHistory {
  changeOf(before: UsersSettingsView, next: UsersSettingsView): UsersSettingsViewChange
  /** Nothing is open any more in a panel, for instance since the person went back. */
  closed(panel: Panel): void
}

const panels: readonly Panel[] = ['users', 'invitations']

/** Whether a panel is open. */
const isOpenIn = ({ users, invitations }: UsersSettingsView, panel: Panel) =>
  (panel === 'users' ? users?.openUserId : invitations?.openInvitationId) !== undefined

/** What a view shows beside a panel. */
const behind = ({ tab = 'users', users, invitations, ...view }: UsersSettingsView, panel: Panel) =>
  JSON.stringify([
    tab,
    view,
    { ...users, ...(panel === 'users' && { openUserId: undefined }) },
    { ...invitations, ...(panel === 'invitations' && { openInvitationId: undefined }) },
  ])

/** Remembers what was behind each panel when it opened: closing the last one goes back only to exactly that. */
export function createViewHistory(): ViewHistory {
  let left: { panel: Panel; view: string }[] = []
  return {
    changeOf(before, next) {
      const panel = panels.find((one) => isOpenIn(before, one) !== isOpenIn(next, one))
      if (!panel) return { history: 'replace' }
      if (isOpenIn(next, panel)) {
        left = [...left, { panel, view: behind(before, panel) }]
        return { history: 'push' }
      }
      const last = left.at(-1)
      const goesBack = last?.panel === panel && last.view === behind(next, panel)
      // The entry of a panel that is closed by replacing it stays between those before it and what follows.
      left = goesBack ? left.slice(0, -1) : []
      return { history: goesBack ? 'back' : 'replace' }
    },
    closed(panel) {
      const at = left.findIndex((one) => one.panel === panel)
      if (at >= 0) left = left.slice(0, at)
    },
  }
}
