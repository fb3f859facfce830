import { useId, useRef } from 'react'
import { loadedRows, supportedList } from '../../../base/list-state.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { userPanelFrameMessages } from '../../../messages/user-panel-frame.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { useKeptFocus } from '../../../primitives/element/useKeptFocus.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../../wording/role-name.ts'
import { LoadFailure } from '../section/LoadFailure.tsx'
import { PanelSection } from '../section/PanelSection.tsx'
import type { PanelViewer } from '../section/panel-viewer.ts'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { SaveNote } from '../section/SaveNote.tsx'
import { SectionSkeleton } from '../section/SectionSkeleton.tsx'
import type { UserPanelCatalogue } from '../section/user-panel-catalogue.ts'
import { RoleAlert } from './RoleAlert.tsx'
import { RoleChoices } from './RoleChoices.tsx'
import { RoleConflictSides } from './RoleConflictSides.tsx'
import { RoleOvertaken } from './RoleOvertaken.tsx'
import type { RoleChangeGroup } from './role-change-group.ts'
import type { RoleChoice } from './useRoleChoice.ts'
import { useRoleConflict } from './useRoleConflict.ts'

interface RoleSectionProps {
  user: User
  viewer: PanelViewer | undefined
  catalogue: UserPanelCatalogue
  choice: RoleChoice
  roleChange: RoleChangeGroup | undefined
  /** Shows who made a change in the meantime. Undefined if the backend keeps no activity. */
  entries: readonly ActivityEntry[] | undefined
}

const none: readonly never[] = []

/** The user's role. Here the person chooses it, or settles a conflict over it. */
export function RoleSection({ user, viewer, catalogue, choice, roleChange, entries }: RoleSectionProps) {
  const t = useMessages(userPanelMessages)
  const frame = useMessages(userPanelFrameMessages)
  const users = useMessages(usersTableMessages)
  const titleId = useId()
  const section = useRef<HTMLElement>(null)
  const conflict = useRoleConflict(user.role, roleChange)
  useKeptFocus(
    section,
    conflict ? 'conflict' : choice.roleId,
    '.roster-versus, .roster-role-open, input:checked',
  )

  const roles = supportedList(catalogue.roles)
  const known = {
    roles: loadedRows(roles) ?? none,
    teams: loadedRows(catalogue.teams) ?? none,
    permissions: loadedRows(catalogue.permissions) ?? none,
  }
  const unsaved = conflict ? t.conflict.unsaved : choice.roleId === undefined ? undefined : t.role.unsaved

  const content = () => {
    if (conflict)
      return (
        <RoleConflictSides
          action={user.actions.changeRole}
          teams={user.teams}
          viewer={viewer}
          conflict={conflict}
          entries={entries}
          section={t.activity.title}
          catalogue={known}
          onKeepTheirs={
            roleChange?.keepTheirs &&
            (() => {
              choice.drop()
              void roleChange?.keepTheirs?.()
            })
          }
          applyYours={roleChange?.applyYours}
        />
      )
    if (!roleChange || !roles || roles.status === 'error')
      return (
        <>
          <p className="roster-panel-text">
            <bdi>{roleName(user.role, users)}</bdi>
          </p>
          {roleChange && roles && <LoadFailure list={roles}>{t.role.error}</LoadFailure>}
        </>
      )
    if (roles.status === 'loading') return <SectionSkeleton shape="two-lines" />
    return (
      <RoleChoices
        user={user}
        isViewer={user.id === viewer?.id}
        catalogue={known}
        choice={choice}
        labelledBy={titleId}
        onChange={(roleId) => {
          choice.send()
          void roleChange.change(roleId)
        }}
      />
    )
  }

  return (
    <PanelSection
      ref={section}
      title={frame.role.title}
      titleId={titleId}
      note={<SaveNote status={roleChange?.status} unsaved={unsaved} conflict={Boolean(conflict)} />}
    >
      {!conflict && <SaveFailure change={roleChange} />}
      {!conflict && (choice.isOvertaken || choice.ended === 'madeByOther') && (
        <RoleOvertaken role={user.role} entries={entries} isUnsaved={choice.isOvertaken} />
      )}
      {!conflict && choice.ended === 'roleGone' && <RoleAlert lead={t.role.chosenGone} />}
      {content()}
    </PanelSection>
  )
}
