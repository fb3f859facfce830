import { type LoadedList, loadedRows } from '../../../base/list-state.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { RoleChangeGroup } from '../role/role-change-group.ts'
import type { PanelViewer } from '../section/panel-viewer.ts'
import type { UserPanelCatalogue } from '../section/user-panel-catalogue.ts'
import type { TeamsChangeGroup } from '../teams/teams-change-group.ts'
import { DeliverySection } from './DeliverySection.tsx'
import { GrantSection } from './GrantSection.tsx'
import { InvitationFoot, type InvitationFootProps } from './InvitationFoot.tsx'
import { InvitationHistory } from './InvitationHistory.tsx'

/** What the panel shows of an invitation and lets the viewer change. Omit a group and its controls aren't rendered. */
export interface InvitationDetailsProps extends InvitationFootProps {
  viewer?: PanelViewer | undefined
  catalogue?: UserPanelCatalogue | undefined
  roleChange?: RoleChangeGroup | undefined
  teamsChange?: TeamsChangeGroup | undefined
  activity?: LoadedList<ActivityEntry> | undefined
}

/** Delivery, role and teams, history, and what can be done with an invitation. One that has ended only has a history. */
export function InvitationDetails(props: InvitationDetailsProps) {
  const { viewer, catalogue, roleChange, teamsChange, activity, ...foot } = props
  const { invitation } = foot
  const isEnded = invitation.status === 'accepted' || invitation.status === 'deleted'
  const entries = loadedRows(activity)
  return (
    <>
      <div className="roster-panel-body">
        {!isEnded && (
          <>
            <DeliverySection invitation={invitation} entries={entries} />
            <GrantSection
              invitation={invitation}
              viewer={viewer}
              catalogue={catalogue}
              roleChange={roleChange}
              teamsChange={teamsChange}
              entries={entries}
            />
          </>
        )}
        {activity && <InvitationHistory activity={activity} viewerId={viewer?.id} />}
      </div>
      {!isEnded && <InvitationFoot {...foot} />}
    </>
  )
}
