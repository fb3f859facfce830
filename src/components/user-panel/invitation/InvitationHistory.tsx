import type { LoadedList } from '../../../base/list-state.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { fillNodes } from '../../../primitives/element/fill-nodes.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { LoadFailure } from '../section/LoadFailure.tsx'
import { PanelMoment } from '../section/PanelMoment.tsx'
import { PanelSection } from '../section/PanelSection.tsx'

/** What was done to an invitation, newest first. */
export function InvitationHistory({ activity }: { activity: LoadedList<ActivityEntry> }) {
  const t = useMessages(invitationsMessages).panel
  const { status = 'ready', rows } = activity
  return (
    <PanelSection title={t.history} aria-busy={status === 'loading'}>
      {rows.length > 0 && (
        <ol className="roster-activity">
          {rows.map((entry) => (
            <li key={entry.id} className="roster-activity-item">
              <span className="roster-activity-what">
                <HistorySentence entry={entry} />
              </span>
              <PanelMoment className="roster-activity-time" value={entry.at} />
            </li>
          ))}
        </ol>
      )}
      {status === 'error' && <LoadFailure list={activity}>{t.historyError}</LoadFailure>}
    </PanelSection>
  )
}

function HistorySentence({ entry: { action, actor } }: { entry: ActivityEntry }) {
  const t = useMessages(invitationsMessages).panel
  const name = actor.kind === 'system' ? t.system : actor.name || t.someone
  const text = action in t.actions ? t.actions[action as keyof typeof t.actions] : t.actions.unnamed
  return typeof text === 'string'
    ? text
    : fillNodes(text, { actor: <bdi className="roster-activity-who">{name}</bdi> })
}
