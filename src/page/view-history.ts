import type { UsersSettingsView, UsersSettingsViewChange } from './settings-view.ts'

/** How the changes of a view belong into the browser's history. */
export interface ViewHistory {
  changeOf(before: UsersSettingsView, next: UsersSettingsView): UsersSettingsViewChange
  /** No user is open any more, for instance since the person went back. */
  closed(): void
}

/** What a view shows beside the open user. */
const behind = ({ users = {}, invitations = {}, ...view }: UsersSettingsView) => {
  const { openUserId: _, ...rest } = users
  const { openInvitationId: __, ...others } = invitations
  return JSON.stringify([view, rest, others])
}

/** Whether a panel is open. */
const isOpenIn = ({ users, invitations }: UsersSettingsView) =>
  users?.openUserId !== undefined || invitations?.openInvitationId !== undefined

/** Remembers what was behind the panel when it opened: closing goes back only to exactly that. */
export function createViewHistory(): ViewHistory {
  let left: string | undefined
  return {
    changeOf(before, next) {
      const wasOpen = isOpenIn(before)
      const isOpen = isOpenIn(next)
      if (wasOpen === isOpen) return { history: 'replace' }
      if (isOpen) {
        left = behind(before)
        return { history: 'push' }
      }
      const goesBack = left === behind(next)
      left = undefined
      return { history: goesBack ? 'back' : 'replace' }
    },
    closed() {
      left = undefined
    },
  }
}
