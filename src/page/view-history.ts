import type { UsersSettingsView, UsersSettingsViewChange } from './settings-view.ts'

/** A panel that the browser's Back closes. */
type Panel = 'users' | 'invitations'

/** How the changes of a view belong into the browser's history. */
export interface ViewHistory {
  changeOf(before: UsersSettingsView, next: UsersSettingsView): UsersSettingsViewChange['history']
  /** Receives what is open in each panel once that has changed, for instance since the person went back. */
  shows(open: Readonly<Record<Panel, string | null>>): void
}

/** An entry with an open panel, over one that shows `view` without it. */
interface Entry {
  panel: Panel
  view: string
  /** What the panel showed last. */
  id?: string | null
}

const openIn = { users: 'openUserId', invitations: 'openInvitationId' } as const

const panels = Object.keys(openIn) as Panel[]

/** What a view shows beside a panel. */
const behind = ({ tab = 'users', users, invitations }: UsersSettingsView, panel: Panel) => {
  const closed = { [openIn[panel]]: undefined }
  return JSON.stringify([tab, { ...users, ...closed }, { ...invitations, ...closed }])
}

/** Whether a panel is open. */
const isOpenIn = ({ users, invitations }: UsersSettingsView, panel: Panel) =>
  ({ ...users, ...invitations })[openIn[panel]] !== undefined

/** The history of the page that changed last: several pages may share an address. */
let latest: object | undefined

/** Remembers what was behind each panel when it opened: closing the last one goes back only to exactly that. */
export function createViewHistory(): ViewHistory {
  let left: Entry[] = []
  // The entries that going forward shows again, until something else changes.
  let ahead: Entry[] = []
  const own: ViewHistory = {
    changeOf(before, next) {
      const isAlone = latest === own
      latest = own
      const panel = panels.find((one) => isOpenIn(before, one) !== isOpenIn(next, one))
      if (panel && isOpenIn(next, panel)) {
        left.push({ panel, view: behind(before, panel) })
        ahead = []
        return 'push'
      }
      if (panel) {
        const last = left.pop()
        const isBehind = isAlone && last?.panel === panel && last.view === behind(next, panel)
        // If a host navigates slowly, two rows that are opened after each other may have one entry or two.
        if (isBehind && !left.some((entry) => entry.panel === panel)) {
          ahead.unshift(last)
          return 'back'
        }
        // The entry of a panel that is closed by replacing it stays between those before it and what follows.
        left = []
      }
      ahead = []
      return 'replace'
    },
    shows(open) {
      const at = left.findIndex(({ panel }) => open[panel] === null)
      const [next] = ahead
      if (at >= 0) ahead.unshift(...left.splice(at))
      else if (next && open[next.panel] === next.id) {
        ahead.shift()
        left.push(next)
      }
      for (const entry of left) entry.id = open[entry.panel]
    },
  }
  return own
}
