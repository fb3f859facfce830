import type { LoadedList } from '../../../base/list-state.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { LoadFailure } from '../section/LoadFailure.tsx'
import { PanelSection } from '../section/PanelSection.tsx'
import { ActivityItem } from './ActivityItem.tsx'
import { ActivitySkeleton } from './ActivitySkeleton.tsx'

interface ActivitySectionProps {
  activity: LoadedList<ActivityEntry>
  user: User
  viewerId: string | undefined
}

/** What was done to the user, newest first. */
export function ActivitySection({ activity, user, viewerId }: ActivitySectionProps) {
  const t = useMessages(userPanelMessages)
  const { status = 'ready', rows } = activity
  return (
    <PanelSection title={t.activity.title} aria-busy={status === 'loading'}>
      {rows.length > 0 && (
        <ol className="roster-activity">
          {rows.map((entry) => (
            <ActivityItem key={entry.id} entry={entry} user={user} viewerId={viewerId} />
          ))}
        </ol>
      )}
      {status === 'loading' && rows.length === 0 && <ActivitySkeleton />}
      {status === 'ready' && rows.length === 0 && <p className="roster-panel-text">{t.activity.none}</p>}
      {status === 'error' && <LoadFailure list={activity}>{t.activity.error}</LoadFailure>}
    </PanelSection>
  )
}
