import { loadedRows, supportedList } from '../../../base/list-state.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { Invitation } from '../../../contract/invitations.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Chip } from '../../../primitives/chip/Chip.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { TeamsField } from '../../invite-user/TeamsField.tsx'
import { roleName } from '../../wording/role-name.ts'
import { RoleConflictSides } from '../role/RoleConflictSides.tsx'
import type { RoleChangeGroup } from '../role/role-change-group.ts'
import { useRoleConflict } from '../role/useRoleConflict.ts'
import { PanelSection } from '../section/PanelSection.tsx'
import type { PanelViewer } from '../section/panel-viewer.ts'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { SaveNote } from '../section/SaveNote.tsx'
import type { UserPanelCatalogue } from '../section/user-panel-catalogue.ts'
import type { TeamsChangeGroup } from '../teams/teams-change-group.ts'
import { GrantedRole } from './GrantedRole.tsx'

interface GrantSectionProps {
  invitation: Invitation
  viewer: PanelViewer | undefined
  catalogue: UserPanelCatalogue | undefined
  roleChange: RoleChangeGroup | undefined
  teamsChange: TeamsChangeGroup | undefined
  /** The history, which says who has changed the role at the same time. */
  entries: readonly ActivityEntry[] | undefined
}

/** The role and the teams that the person will have. A change is saved at once, and sends nothing. */
export function GrantSection(props: GrantSectionProps) {
  const { invitation, viewer, catalogue, roleChange, teamsChange, entries } = props
  const { role, teams = [], actions } = invitation
  const t = useMessages(invitationsMessages)
  const table = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  const reason = reasonSentence(reasons, actions.change)
  const roles = loadedRows(catalogue?.roles) ?? []
  const teamList = supportedList(catalogue?.teams)
  const direct = teams.filter((team) => team.direct).map(({ id }) => id)
  const viaRole = teams.filter((team) => !team.direct)
  const conflict = useRoleConflict(role, roleChange)
  return (
    <PanelSection
      title={t.panel.roleAndTeams}
      note={
        <SaveNote status={worse(roleChange?.status, teamsChange?.status)} conflict={conflict !== undefined} />
      }
    >
      <SaveFailure change={roleChange} />
      <SaveFailure change={teamsChange} />
      {conflict && (
        <RoleConflictSides
          action={actions.change}
          teams={teams}
          viewer={viewer}
          conflict={conflict}
          entries={entries}
          section={t.panel.history}
          catalogue={{
            roles,
            teams: loadedRows(catalogue?.teams) ?? [],
            permissions: loadedRows(catalogue?.permissions) ?? [],
          }}
          onKeepTheirs={roleChange?.keepTheirs && (() => void roleChange.keepTheirs?.())}
          applyYours={roleChange?.applyYours}
        />
      )}
      <div className="roster-invitation-fields">
        {roleChange ? (
          !conflict && (
            <GrantedRole
              role={role}
              roles={roles}
              reason={reason}
              entries={entries}
              onChange={(id) => void roleChange.change(id)}
            />
          )
        ) : (
          <p className="roster-panel-text">
            <bdi>{roleName(role, table)}</bdi>
          </p>
        )}
        {teamsChange && teamList ? (
          <TeamsField
            teams={teamList}
            known={teams}
            value={direct}
            viaRole={viaRole}
            explains={false}
            reason={reason}
            onValueChange={(ids) =>
              void teamsChange.change({
                add: ids.filter((id) => !direct.includes(id)),
                remove: direct.filter((id) => !ids.includes(id)),
              })
            }
          />
        ) : (
          <div className="roster-panel-chips">
            {teams.map(({ id, name, direct }) => (
              <Chip key={id} variant={direct ? 'filled' : 'outlined'} note={!direct && table.viaRole}>
                {name}
              </Chip>
            ))}
          </div>
        )}
      </div>
      <p className="roster-panel-text roster-invitation-small">{t.panel.note}</p>
    </PanelSection>
  )
}

type Status = NonNullable<TeamsChangeGroup['status']>

const order: readonly Status[] = ['conflict', 'failed', 'saving', 'saved', 'idle']

/** The status that matters more to the person, of two changes. */
const worse = (a: Status = 'idle', b: Status = 'idle'): Status =>
  order.find((status) => status === a || status === b) ?? 'idle'
