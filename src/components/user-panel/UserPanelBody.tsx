import type { ReactNode } from 'react'
import type { Permission } from '../../contract/permissions.ts'
import type { Role, RoleConflict } from '../../contract/roles.ts'
import type { Team } from '../../contract/teams.ts'
import type { TeamsChange } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import { ActivitySection, type UserActivity } from './activity/ActivitySection.tsx'
import { RoleSection } from './role/RoleSection.tsx'
import type { RoleChoice } from './role/useRoleChoice.ts'
import type { FailedLoad } from './section/LoadFailure.tsx'
import { PanelSection } from './section/PanelSection.tsx'
import type { PanelViewer } from './section/panel-viewer.ts'
import { idle, type SaveState } from './section/save-state.ts'
import { TeamsSection } from './teams/TeamsSection.tsx'

/** A section of the host's own. */
export interface UserPanelSection {
  id: string
  title: string
  render: (user: User) => ReactNode
}

/** What the panel shows of a user and what it lets do; a callback that is left out hides its control. */
export interface UserPanelContent {
  /** Who is looking: says *You*, and asks before one's own role changes. */
  viewer?: PanelViewer | undefined
  /** Undefined while they are still to come; so too teams. */
  roles?: readonly Role[] | undefined
  /** The roles could not be read; so too teams. */
  rolesFailure?: FailedLoad | undefined
  teams?: readonly Team[] | undefined
  teamsFailure?: FailedLoad | undefined
  /** Labels of what roles allow; without them their ids are shown. */
  permissions?: readonly Permission[] | undefined
  roleState?: SaveState | undefined
  onChangeRole?: ((roleId: string) => void) | undefined
  /** Another change of the same role came first. */
  conflict?: RoleConflict | null | undefined
  onKeepTheirs?: (() => void) | undefined
  onApplyYours?: (() => void) | undefined
  teamsState?: SaveState | undefined
  onChangeTeams?: ((change: TeamsChange) => void) | undefined
  /** Left out where the backend keeps none. */
  activity?: UserActivity | undefined
  /** The host's own, after the teams. */
  sections?: readonly UserPanelSection[] | undefined
}

interface UserPanelBodyProps extends UserPanelContent {
  user: User
  choice: RoleChoice
}

const none: readonly never[] = []

/** Role, teams, the host's sections, activity. */
export function UserPanelBody(props: UserPanelBodyProps) {
  const { user, choice, viewer, roles, teams, permissions, conflict, activity, sections = none } = props
  const { roleState = idle, teamsState = idle, onChangeRole, onChangeTeams } = props
  const { onKeepTheirs, onApplyYours, rolesFailure, teamsFailure } = props
  return (
    <>
      <RoleSection
        user={user}
        viewer={viewer}
        catalogue={{ roles: roles ?? none, teams: teams ?? none, permissions: permissions ?? none }}
        isLoading={roles === undefined}
        failure={rolesFailure}
        choice={choice}
        state={roleState}
        conflict={conflict}
        activity={activity}
        onChangeRole={onChangeRole}
        onKeepTheirs={
          onKeepTheirs &&
          (() => {
            choice.drop()
            onKeepTheirs()
          })
        }
        onApplyYours={onApplyYours}
      />
      <TeamsSection
        user={user}
        teams={teams}
        failure={teamsFailure}
        state={teamsState}
        onChangeTeams={onChangeTeams}
      />
      {sections.map(({ id, title, render }) => (
        <PanelSection key={id} title={title}>
          {render(user)}
        </PanelSection>
      ))}
      {activity && <ActivitySection activity={activity} user={user} viewerId={viewer?.id} />}
    </>
  )
}
