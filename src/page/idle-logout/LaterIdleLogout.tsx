import { useLater } from '../../primitives/later/useLater.ts'
import type { IdleLogoutTabProps } from './IdleLogoutTab.tsx'
import { idleLogoutTab } from './idle-logout-tab.ts'

/** The Idle logout tab, once the code for it is loaded. */
export function LaterIdleLogout(props: IdleLogoutTabProps) {
  const Tab = useLater(idleLogoutTab)
  return Tab ? <Tab {...props} /> : null
}
