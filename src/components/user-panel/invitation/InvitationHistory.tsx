import type { ReactNode } from 'react'
import type { LoadedList } from '../../../base/list-state.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { fillNodes } from '../../../primitives/element/fill-nodes.ts'
import type { IconName } from '../../../primitives/icon/drawings.ts'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { ActivityLine } from '../activity/ActivityLine.tsx'
import { ActivitySkeleton } from '../activity/ActivitySkeleton.tsx'
import { activityChange } from '../activity/activity-change.ts'
import { LoadFailure } from '../section/LoadFailure.tsx'
import { PanelSection } from '../section/PanelSection.tsx'

interface InvitationHistoryProps {
  activity: LoadedList<ActivityEntry>
  viewerId: string | undefined
}

/** What was done to an invitation, newest first. */
export function InvitationHistory({ activity, viewerId }: InvitationHistoryProps) {
  const t = useMessages(invitationsMessages).panel
  const { status = 'ready', rows } = activity
  return (
    <PanelSection title={t.history} aria-busy={status === 'loading'}>
      {rows.length > 0 && (
        <ol className="roster-activity">
          {rows.map((entry) => (
            <ActivityLine key={entry.id} {...markOf(entry)} at={entry.at} absolute>
              <HistorySentence entry={entry} viewerId={viewerId} />
            </ActivityLine>
          ))}
        </ol>
      )}
      {status === 'loading' && rows.length === 0 && <ActivitySkeleton />}
      {status === 'ready' && rows.length === 0 && <p className="roster-panel-text">{t.historyNone}</p>}
      {status === 'error' && <LoadFailure list={activity}>{t.historyError}</LoadFailure>}
    </PanelSection>
  )
}

const icons: Readonly<Record<string, IconName>> = {
  invitation_sent: 'check',
  invitation_failed: 'alert',
  invitation_closed: 'users',
}

/** The face of the person, or an icon for what an email did. */
function markOf({ action, actor }: ActivityEntry) {
  const icon = Object.hasOwn(icons, action) ? icons[action] : undefined
  if (icon === undefined && actor.kind === 'user') return { actor }
  return {
    actor: undefined,
    icon,
    tone: action === 'invitation_failed' ? ('danger' as const) : undefined,
  }
}

interface HistorySentenceProps {
  entry: ActivityEntry
  viewerId: string | undefined
}

function HistorySentence({ entry, viewerId }: HistorySentenceProps): ReactNode {
  const t = useMessages(invitationsMessages).panel
  const formats = useFormats()
  const { action, actor, after } = entry
  const named = actor.kind === 'system' ? t.system : actor.id === viewerId ? t.you : actor.name || t.someone
  const who = <bdi className="roster-activity-who">{named}</bdi>
  const role = (name: string) => <bdi>{name.trim()}</bdi>
  if (action === 'invitation_failed' && after?.reason) return t.actions.failedReason({ reason: after.reason })
  if (action === 'invitation_created' && after?.role?.name)
    return fillNodes(t.actions.createdAs, { actor: who, roleName: role(after.role.name) })
  if (action === 'invitation_changed') {
    const change = activityChange(entry)
    if (change.kind === 'role' && change.before !== undefined)
      return fillNodes(t.actions.roleChanged, {
        actor: who,
        before: role(change.before),
        after: role(change.after),
      })
    if (change.kind === 'teams') {
      const added = <bdi>{formats.list(change.added)}</bdi>
      const removed = <bdi>{formats.list(change.removed)}</bdi>
      if (change.removed.length === 0) return fillNodes(t.actions.teamsAdded, { actor: who, added })
      if (change.added.length === 0) return fillNodes(t.actions.teamsRemoved, { actor: who, removed })
      return fillNodes(t.actions.teamsChanged, { actor: who, added, removed })
    }
  }
  const text = isWorded(action) ? t.actions[action] : t.actions.unnamed
  return typeof text === 'string' ? text : fillNodes(text, { actor: who })
}

const worded = [
  'invitation_created',
  'invitation_changed',
  'invitation_resent',
  'invitation_sent',
  'invitation_failed',
  'invitation_deleted',
  'invitation_replaced',
  'invitation_accepted',
  'invitation_closed',
] as const

const isWorded = (action: string): action is (typeof worded)[number] =>
  worded.some((known) => known === action)
