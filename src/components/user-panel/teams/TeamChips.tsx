import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Chip } from '../../../primitives/chip/Chip.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'

/** The user's teams, if they can't be changed. */
export function TeamChips({ user }: { user: User }) {
  const t = useMessages(userPanelMessages).teams
  const { teams = [] } = user
  if (teams.length === 0) return <p className="roster-panel-text">{t.noneOf}</p>
  return (
    <div className="roster-panel-chips">
      {teams.map(({ id, name, direct }) => (
        <Chip key={id} variant={direct ? 'filled' : 'outlined'} note={!direct && t.viaRole}>
          <bdi>{name}</bdi>
        </Chip>
      ))}
    </div>
  )
}
