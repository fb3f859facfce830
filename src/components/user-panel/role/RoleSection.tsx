import { useId, useRef } from 'react'
import type { RoleConflict } from '../../../contract/roles.ts'
import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../../wording/role-name.ts'
import type { UserActivity } from '../activity/ActivitySection.tsx'
import { type FailedLoad, LoadFailure } from '../section/LoadFailure.tsx'
import { PanelSection } from '../section/PanelSection.tsx'
import type { PanelViewer } from '../section/panel-viewer.ts'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { SaveNote } from '../section/SaveNote.tsx'
import { SectionSkeleton } from '../section/SectionSkeleton.tsx'
import type { SaveState } from '../section/save-state.ts'
import { useKeptFocus } from '../section/useKeptFocus.ts'
import type { Catalogue } from './compare-roles.ts'
import { RoleChoices } from './RoleChoices.tsx'
import { RoleConflictSides } from './RoleConflictSides.tsx'
import type { RoleChoice } from './useRoleChoice.ts'

interface RoleSectionProps {
  user: User
  viewer: PanelViewer | undefined
  catalogue: Catalogue
  /** Whether the roles are still to come. */
  isLoading: boolean
  failure: FailedLoad | undefined
  choice: RoleChoice
  state: SaveState
  conflict: RoleConflict | null | undefined
  /** Says who gave their role. */
  activity: UserActivity | undefined
  onChangeRole: ((roleId: string) => void) | undefined
  onKeepTheirs: (() => void) | undefined
  onApplyYours: (() => void) | undefined
}

/** The user's role: chosen here, or a conflict over it settled. */
export function RoleSection(props: RoleSectionProps) {
  const { user, viewer, catalogue, isLoading, failure, choice, state, conflict, activity } = props
  const { onChangeRole, onKeepTheirs, onApplyYours } = props
  const t = useMessages(userPanelMessages)
  const users = useMessages(usersTableMessages)
  const titleId = useId()
  const section = useRef<HTMLElement>(null)
  useKeptFocus(section, conflict ? 'conflict' : choice.roleId, '.roster-versus, input:checked')

  const unsaved = conflict ? t.conflict.unsaved : choice.roleId === undefined ? undefined : t.role.unsaved
  return (
    <PanelSection
      ref={section}
      title={t.role.title}
      titleId={titleId}
      note={<SaveNote status={state.status} unsaved={unsaved} conflict={Boolean(conflict)} />}
    >
      {!conflict && <SaveFailure state={state} />}
      {conflict ? (
        <RoleConflictSides
          user={user}
          viewer={viewer}
          conflict={conflict}
          activity={activity}
          catalogue={catalogue}
          onKeepTheirs={onKeepTheirs}
          onApplyYours={onApplyYours}
        />
      ) : !onChangeRole || failure ? (
        <>
          <p className="roster-panel-text">
            <bdi>{roleName(user.role, users)}</bdi>
          </p>
          {onChangeRole && <LoadFailure {...failure}>{t.role.error}</LoadFailure>}
        </>
      ) : isLoading ? (
        <SectionSkeleton shape="two-lines" />
      ) : (
        <RoleChoices
          user={user}
          isViewer={user.id === viewer?.id}
          catalogue={catalogue}
          choice={choice}
          labelledBy={titleId}
          onChangeRole={onChangeRole}
        />
      )}
    </PanelSection>
  )
}
