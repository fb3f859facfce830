import { useState } from 'react'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import type { RoleComparison } from './compare-roles.ts'
import { PermissionList } from './PermissionList.tsx'

/** Shown of each list at first. */
const few = 6

/** What a change of role changes: permissions gained and lost, teams left and joined. */
export function RolePreview({ change }: { change: RoleComparison }) {
  const t = useMessages(userPanelMessages)
  const [isWhole, setWhole] = useState(false)
  const { gained, lost, left, joined } = change
  const shown = (permissions: readonly string[]) => (isWhole ? permissions : permissions.slice(0, few))
  const gains = (lost ? t.role.gains : t.role.holds)({ count: gained.length })
  const loses = t.role.loses({ count: lost?.length ?? 0 })
  const isSame = gained.length === 0 && lost?.length === 0
  const isLong = gained.length > few || (lost?.length ?? 0) > few

  return (
    <div className="roster-change">
      {gained.length > 0 && (
        <PermissionList kind="gain" label={gains} title={gains} permissions={shown(gained)} />
      )}
      {lost && lost.length > 0 && (
        <PermissionList kind="loss" label={loses} title={loses} permissions={shown(lost)} />
      )}
      {isLong && (
        <Button
          variant="link"
          className="roster-change-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t.showFewer : t.role.showAll({ count: gained.length + (lost?.length ?? 0) })}
        </Button>
      )}
      {isSame && <p className="roster-change-foot">{t.role.samePermissions}</p>}
      {(left.length > 0 || joined.length > 0) && (
        <p className="roster-change-foot">
          {left.length === 0
            ? t.role.joins({ joined })
            : joined.length === 0
              ? t.role.leaves({ left })
              : t.role.leavesAndJoins({ left, joined })}
        </p>
      )}
    </div>
  )
}
