import { useRosterState } from '../../hooks/RosterContext.ts'
import { useLater } from '../../primitives/later/useLater.ts'
import type { IdleLogoutTabProps } from './IdleLogoutTab.tsx'
import { idleLogoutTab } from './idle-logout-tab.ts'

/** The Idle logout tab, once the code for it is loaded. Nobody sees the unsaved change of someone who signed in before. */
export function LaterIdleLogout(props: IdleLogoutTabProps) {
  const { epoch } = useRosterState('<UsersSettings>')
  const Tab = useLater(idleLogoutTab)
  return Tab ? <Tab key={epoch} {...props} /> : null
}
