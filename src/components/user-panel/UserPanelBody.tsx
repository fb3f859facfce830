import type { ReactNode } from 'react'
import { type LoadedList, supportedList } from '../../base/list-state.ts'
import type { ActivityEntry } from '../../contract/activity.ts'
import type { User } from '../../contract/users.ts'
import { ActivitySection } from './activity/ActivitySection.tsx'
import { RoleSection } from './role/RoleSection.tsx'
import type { RoleChangeGroup } from './role/role-change-group.ts'
import type { RoleChoice } from './role/useRoleChoice.ts'
import { PanelSection } from './section/PanelSection.tsx'
import type { PanelViewer } from './section/panel-viewer.ts'
import type { UserPanelCatalogue } from './section/user-panel-catalogue.ts'
import { TeamsSection } from './teams/TeamsSection.tsx'
import type { TeamsChangeGroup } from './teams/teams-change-group.ts'

/** A section of your own in the panel. */
export interface UserPanelSection {
  id: string
  title: string
  /** Returns the section's content for the user who is shown. */
  render: (user: User) => ReactNode
}

/** What the panel shows of a user and lets the viewer change. Omit a group and its controls aren't rendered. */
export interface UserPanelContent {
  /** The viewer. They are marked *You*, and confirm a change of their own role. */
  viewer?: PanelViewer | null | undefined
  catalogue?: UserPanelCatalogue | undefined
  roleChange?: RoleChangeGroup | undefined
  teamsChange?: TeamsChangeGroup | undefined
  activity?: LoadedList<ActivityEntry> | undefined
  /** Your own sections, after the teams. */
  sections?: readonly UserPanelSection[] | undefined
}

interface UserPanelBodyProps extends UserPanelContent {
  user: User
  choice: RoleChoice
}

const none: readonly never[] = []
const nothingKnown: UserPanelCatalogue = {}

/** The panel's sections: role, teams, the host's own, activity. */
export function UserPanelBody(props: UserPanelBodyProps) {
  const { user, choice, viewer, catalogue = nothingKnown, roleChange, teamsChange, sections = none } = props
  const activity = supportedList(props.activity)
  return (
    <>
      <RoleSection
        user={user}
        viewer={viewer ?? undefined}
        catalogue={catalogue}
        choice={choice}
        roleChange={roleChange}
        entries={activity?.rows}
      />
      {user.teams && <TeamsSection user={user} list={catalogue.teams} teamsChange={teamsChange} />}
      {sections.map(({ id, title, render }) => (
        <PanelSection key={id} title={title}>
          {render(user)}
        </PanelSection>
      ))}
      {activity && <ActivitySection activity={activity} user={user} viewerId={viewer?.id} />}
    </>
  )
}
