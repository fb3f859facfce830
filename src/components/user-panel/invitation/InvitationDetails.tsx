import { type LoadedList, loadedRows } from '../../../base/list-state.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { Invitation } from '../../../contract/invitations.ts'
import type { Role } from '../../../contract/roles.ts'
import type { Team } from '../../../contract/teams.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { Checkbox } from '../../../primitives/checkbox/Checkbox.tsx'
import { Choice } from '../../../primitives/choice/Choice.tsx'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { Select } from '../../../primitives/select/Select.tsx'
import { DeliveryNote } from '../../invitations/DeliveryNote.tsx'
import { ExpiryNote } from '../../invitations/ExpiryNote.tsx'
import type { RoleChangeGroup } from '../role/role-change-group.ts'
import { PanelSection } from '../section/PanelSection.tsx'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { SaveNote } from '../section/SaveNote.tsx'
import type { TeamsChangeGroup } from '../teams/teams-change-group.ts'
import { InvitationHistory } from './InvitationHistory.tsx'

/** What the panel shows of an invitation and lets the viewer change. Omit a group and its controls aren't rendered. */
export interface InvitationDetailsProps {
  invitation: Invitation
  roles?: LoadedList<Role> | undefined
  teams?: LoadedList<Team> | undefined
  roleChange?: Pick<RoleChangeGroup, 'status' | 'error' | 'retry' | 'dismiss' | 'change'> | undefined
  teamsChange?: TeamsChangeGroup | undefined
  activity?: LoadedList<ActivityEntry> | undefined
  /** Seconds until it can be sent again. @default 0 */
  cooldown?: number
  /** Whether it is being sent. @default false */
  sending?: boolean
  /** Called when *Resend invitation* is pressed. */
  onResend?: (() => void) | undefined
  /** Called when *Delete invitation* is pressed, before any confirmation. */
  onDelete?: (() => void) | undefined
}

/** Delivery, role and teams, history, and what can be done with an invitation. */
export function InvitationDetails(props: InvitationDetailsProps) {
  const { invitation, roles, teams, roleChange, teamsChange, activity } = props
  const { delivery, expiresAt, role, actions } = invitation
  const t = useMessages(invitationsMessages).panel
  const columns = useMessages(invitationsMessages).columns
  const reasons = useMessages(reasonsMessages)
  const formats = useFormats()
  const reason = reasonSentence(reasons, actions.change)
  const own = { id: role.id, name: role.name }
  const knownRoles = loadedRows(roles) ?? []
  const offered = knownRoles.some(({ id }) => id === role.id) ? knownRoles : [own, ...knownRoles]
  return (
    <>
      <div className="roster-panel-body">
        <PanelSection title={t.delivery}>
          {delivery && <DeliveryNote delivery={delivery} brief />}
          {delivery?.reason !== undefined && (
            <p className="roster-panel-text">{t.serverSaid({ reason: delivery.reason })}</p>
          )}
          <ExpiryNote invitation={invitation} />
          {expiresAt !== undefined && (
            <p className="roster-panel-text">{t.expiresAt({ date: formats.dateTime(expiresAt) })}</p>
          )}
        </PanelSection>
        <PanelSection
          title={t.roleAndTeams}
          note={<SaveNote status={worse(roleChange?.status, teamsChange?.status)} />}
        >
          <SaveFailure change={roleChange} />
          <SaveFailure change={teamsChange} />
          {roleChange ? (
            <Select
              label={columns.role}
              value={role.id}
              options={offered.map(({ id, name }) => ({ value: id, label: name }))}
              reason={reason}
              onValueChange={(id) => void roleChange.change(id)}
            />
          ) : (
            <p className="roster-panel-text">
              <bdi>{role.name}</bdi>
            </p>
          )}
          {teamsChange &&
            (loadedRows(teams) ?? []).map((team) => (
              <InvitedTeam
                key={team.id}
                team={team}
                invitation={invitation}
                reason={reason}
                teamsChange={teamsChange}
              />
            ))}
          <p className="roster-panel-text">{t.note}</p>
        </PanelSection>
        {activity && <InvitationHistory activity={activity} />}
      </div>
      <InvitationFoot {...props} />
    </>
  )
}

interface InvitedTeamProps extends Required<Pick<InvitationDetailsProps, 'invitation'>> {
  team: Team
  reason: string | undefined
  teamsChange: TeamsChangeGroup
}

function InvitedTeam({ team, invitation, reason, teamsChange }: InvitedTeamProps) {
  const membership = invitation.teams?.find(({ id }) => id === team.id)
  const isLocked = membership?.viaRole === true && !membership.direct
  return (
    <Choice
      dense
      title={<bdi>{team.name}</bdi>}
      refused={isLocked || reason !== undefined}
      control={(names) => (
        <Checkbox
          {...names}
          checked={membership !== undefined}
          reason={isLocked ? undefined : reason}
          aria-disabled={isLocked}
          onChange={({ target }) =>
            void teamsChange.change(
              target.checked ? { add: [team.id], remove: [] } : { add: [], remove: [team.id] },
            )
          }
        />
      )}
    />
  )
}

function InvitationFoot(props: InvitationDetailsProps) {
  const { invitation, cooldown = 0, sending = false, onResend, onDelete } = props
  const t = useMessages(invitationsMessages).panel
  const reasons = useMessages(reasonsMessages)
  if (!onResend && !onDelete) return null
  const { resend, delete: deletion } = invitation.actions
  const time = `${Math.floor(cooldown / 60)}:${String(cooldown % 60).padStart(2, '0')}`
  return (
    <div className="roster-panel-foot">
      {onDelete && (
        <Button
          variant="danger-quiet"
          icon="trash"
          reason={reasonSentence(reasons, deletion)}
          onClick={onDelete}
        >
          {t.delete}
        </Button>
      )}
      {onResend && (
        <Button
          pending={sending}
          reason={cooldown > 0 ? undefined : reasonSentence(reasons, resend)}
          aria-disabled={cooldown > 0 || undefined}
          onClick={onResend}
        >
          {cooldown > 0 ? t.resendAgain({ time }) : t.resend}
        </Button>
      )}
    </div>
  )
}

type Status = NonNullable<TeamsChangeGroup['status']>

const order: readonly Status[] = ['conflict', 'failed', 'saving', 'saved', 'idle']

/** The status that matters more to the person, of two changes. */
const worse = (a: Status = 'idle', b: Status = 'idle'): Status =>
  order.find((status) => status === a || status === b) ?? 'idle'
