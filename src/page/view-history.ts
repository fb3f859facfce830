import type { UsersSettingsView, UsersSettingsViewChange } from './settings-view.ts'

/** A panel that the browser's Back closes. */
type Panel = 'users' | 'invitations'

/** How the changes of a view belong into the browser's history. */
export interface ViewHistory {
  changeOf(before: UsersSettingsView, next: UsersSettingsView): UsersSettingsViewChange
  /** Receives what is open in each panel once that has changed, for instance since the person went back. */
  shows(open: Readonly<Record<Panel, string | null>>): void
}

const openIn = { users: 'openUserId', invitations: 'openInvitationId' } as const

const panels = Object.keys(openIn) as Panel[]

/** What a view shows beside a panel. */
const behind = ({ tab = 'users', users, invitations, ...view }: UsersSettingsView, panel: Panel) => {
  const closed = { [openIn[panel]]: undefined }
  return JSON.stringify([tab, view, { ...users, ...closed }, { ...invitations, ...closed }])
}

/** Whether a panel is open. */
const isOpenIn = ({ users, invitations }: UsersSettingsView, panel: Panel) =>
  ({ ...users, ...invitations })[openIn[panel]] !== undefined

/** The history of the page that changed last: several pages may share an address. */
let latest: object | undefined

/** Remembers what was behind each panel when it opened: closing the last one goes back only to exactly that. */
export function createViewHistory(): ViewHistory {
  let left: { panel: Panel; view: string }[] = []
  const own: ViewHistory = {
    changeOf(before, next) {
      const isAlone = latest === own
      latest = own
      const panel = panels.find((one) => isOpenIn(before, one) !== isOpenIn(next, one))
      if (panel && isOpenIn(next, panel)) {
        left.push({ panel, view: behind(before, panel) })
        return { history: 'push' }
      }
      if (panel) {
        const last = left.pop()
        if (isAlone && last?.panel === panel && last.view === behind(next, panel)) return { history: 'back' }
        // The entry of a panel that is closed by replacing it stays between those before it and what follows.
        left = []
      }
      return { history: 'replace' }
    },
    shows(open) {
      const at = left.findIndex(({ panel }) => open[panel] === null)
      if (at >= 0) left.length = at
    },
  }
  return own
}
