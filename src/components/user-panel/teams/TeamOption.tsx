import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Checkbox } from '../../../primitives/checkbox/Checkbox.tsx'
import { Choice } from '../../../primitives/choice/Choice.tsx'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../../wording/role-name.ts'
import { userName } from '../../wording/user-name.ts'

interface TeamOptionProps {
  user: User
  team: { id: string; name: string }
  /** Why the viewer can't change teams. */
  reason: string | undefined
  onToggle: (isMember: boolean) => void
}

/** A team with its checkbox. A team that only comes with the role is locked, and a tooltip explains why. */
export function TeamOption({ user, team, reason, onToggle }: TeamOptionProps) {
  const t = useMessages(userPanelMessages).teams
  const users = useMessages(usersTableMessages)
  const membership = user.teams?.find(({ id }) => id === team.id)
  const isDirect = membership?.direct === true
  const isViaRole = membership?.viaRole === true
  const isLocked = isViaRole && !isDirect
  return (
    <Choice
      dense
      title={<bdi>{team.name}</bdi>}
      refused={isLocked || reason !== undefined}
      end={
        isViaRole && (
          <>
            <Icon name="lock" size="tiny" />
            <span>{isDirect ? t.both : t.viaRole}</span>
          </>
        )
      }
      note={
        isLocked
          ? t.viaRoleNote({ roleName: roleName(user.role, users), name: userName(user, users) })
          : isViaRole && t.bothNote
      }
      control={(names) => (
        <Checkbox
          {...names}
          checked={membership !== undefined}
          reason={isLocked ? undefined : reason}
          aria-disabled={isLocked}
          onChange={(event) => onToggle(event.target.checked)}
        />
      )}
    />
  )
}
