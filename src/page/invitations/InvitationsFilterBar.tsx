import { listedStatuses } from '../../contract/invitations-query.ts'
import type { Role } from '../../contract/roles.ts'
import type { Team } from '../../contract/teams.ts'
import type { WholeListResult } from '../../hooks/list-result.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { Filter } from '../../primitives/filter/Filter.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface InvitationsFiltersProps {
  list: InvitationsListResult
  roles: WholeListResult<Role>
  teams: WholeListResult<Team>
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** The filters of the Invitations tab. */
export function InvitationsFilterBar({ list, roles, teams }: InvitationsFiltersProps) {
  const messages = useMessages(invitationsMessages)
  const t = messages.toolbar
  const { roleIds = [], teamIds = [], statuses = [], deliveries = [] } = list.query
  const { setFilters } = list
  const states = {
    queued: messages.delivery.queued,
    sent: messages.delivery.sent,
    failed: messages.delivery.failed,
  }
  return (
    <>
      {roles.isSupported && (
        <Filter
          label={t.role}
          searchLabel={t.searchRoles({ count: roles.total })}
          options={roles.rows.map(optionOf)}
          value={roleIds}
          onValueChange={(ids) => setFilters({ roleIds: ids })}
        />
      )}
      {teams.isSupported && (
        <Filter
          label={t.team}
          searchLabel={t.searchTeams({ count: teams.total })}
          options={teams.rows.map(optionOf)}
          value={teamIds}
          onValueChange={(ids) => setFilters({ teamIds: ids })}
        />
      )}
      <Filter
        label={t.status}
        options={listedStatuses.map((status) => ({ value: status, label: t[status] }))}
        value={statuses}
        onValueChange={(values) =>
          setFilters({ statuses: listedStatuses.filter((status) => values.includes(status)) })
        }
      />
      <Filter
        label={t.delivery}
        options={Object.entries(states).map(([value, label]) => ({ value, label }))}
        value={deliveries}
        onValueChange={(values) => setFilters({ deliveries: values })}
      />
    </>
  )
}
