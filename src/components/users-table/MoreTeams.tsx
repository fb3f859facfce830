import type { RoleRef } from '../../contract/roles.ts'
import type { TeamRef } from '../../contract/users.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { MoreChip } from '../../primitives/chip/MoreChip.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { MenuRule } from '../../primitives/menu/MenuRule.tsx'
import { MenuTitle } from '../../primitives/menu/MenuTitle.tsx'
import { Popover } from '../../primitives/popover/Popover.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../wording/role-name.ts'

/** The button that edits the teams of a row. */
export interface TeamsEdit {
  /** Its text, which names the owner. It is only read while the popover is open. */
  label: () => string
  onEdit: () => void
}

interface MoreTeamsProps {
  /** The id of the row. */
  ownerId: string
  /** The role that some of the teams come with. */
  role: RoleRef
  teams: readonly TeamRef[]
  tabIndex: number | undefined
  edit: TeamsEdit | undefined
}

/** A button such as "+2", which opens the remaining teams. */
export function MoreTeams({ ownerId, role, teams, tabIndex, edit }: MoreTeamsProps) {
  const t = useMessages(usersTableMessages)
  const label = t.moreTeams({ count: teams.length })
  return (
    <Popover
      label={label}
      subject={ownerId}
      align="end"
      // The row opens by a click anywhere in it; the popover is in it, too.
      onClick={(event) => event.stopPropagation()}
      trigger={(trigger) => <MoreChip count={teams.length} label={label} tabIndex={tabIndex} {...trigger} />}
    >
      {(close) => (
        <>
          <MenuTitle>{t.alsoIn}</MenuTitle>
          <ul className="roster-team-list">
            {teams.map((team) => (
              <li key={team.id} className="roster-team">
                <span className="roster-team-name">
                  <bdi>{team.name}</bdi>
                  {!team.direct && (
                    <span className="roster-team-note">
                      {t.viaRoleReason({ roleName: roleName(role, t) })}
                    </span>
                  )}
                </span>
                {!team.direct && (
                  <span className="roster-team-via">
                    <Icon name="lock" size="tiny" />
                    <span>{t.viaRole}</span>
                  </span>
                )}
              </li>
            ))}
          </ul>
          {edit && (
            <>
              <MenuRule />
              <Button
                variant="quiet"
                className="roster-team-edit"
                onClick={() => {
                  close()
                  edit.onEdit()
                }}
              >
                {edit.label()}
              </Button>
            </>
          )}
        </>
      )}
    </Popover>
  )
}
