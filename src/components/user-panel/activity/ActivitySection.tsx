import type { ActivityEntry } from '../../../contract/activity.ts'
import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../../../primitives/skeleton/Skeleton.tsx'
import { type FailedLoad, LoadFailure } from '../section/LoadFailure.tsx'
import { PanelSection } from '../section/PanelSection.tsx'
import { ActivityItem } from './ActivityItem.tsx'

/** What was done to a user, newest first. */
export interface UserActivity extends FailedLoad {
  status: 'loading' | 'ready' | 'error'
  entries: readonly ActivityEntry[]
}

interface ActivitySectionProps {
  activity: UserActivity
  user: User
  viewerId: string | undefined
}

/** What changed, by whom, when. */
export function ActivitySection({ activity, user, viewerId }: ActivitySectionProps) {
  const t = useMessages(userPanelMessages)
  const { status, entries, error, onRetry } = activity
  return (
    <PanelSection title={t.activity.title} aria-busy={status === 'loading'}>
      {entries.length > 0 && (
        <ol className="roster-activity">
          {entries.map((entry) => (
            <ActivityItem key={entry.id} entry={entry} user={user} viewerId={viewerId} />
          ))}
        </ol>
      )}
      {status === 'loading' && entries.length === 0 && <ActivitySkeleton />}
      {status === 'ready' && entries.length === 0 && <p className="roster-panel-text">{t.activity.none}</p>}
      {status === 'error' && (
        <LoadFailure error={error} onRetry={onRetry}>
          {t.activity.error}
        </LoadFailure>
      )}
    </PanelSection>
  )
}

function ActivitySkeleton() {
  return (
    <div className="roster-panel-skeleton">
      {([6, 4, 5] as const).map((length) => (
        <div key={length} className="roster-activity-item">
          <Skeleton shape="avatar" />
          <Skeleton length={length} />
        </div>
      ))}
    </div>
  )
}
