import type { ActivityEntry } from '../../contract/activity.ts'
import type { User } from '../../contract/users.ts'
import { statesMessages } from '../../messages/states.ts'
import { userPanelMessages } from '../../messages/user-panel.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { ActivityItem } from './ActivityItem.tsx'
import type { Failure } from './failure.ts'
import { PanelSection } from './PanelSection.tsx'
import { useFailureSentence } from './useFailureSentence.ts'

/** What was done to a user, newest first. */
export interface UserActivity {
  status: 'loading' | 'ready' | 'error'
  entries: readonly ActivityEntry[]
  error?: Failure | null | undefined
  onRetry?: (() => void) | undefined
}

interface ActivitySectionProps {
  activity: UserActivity
  user: User
  viewerId: string | undefined
}

/** What changed, by whom, when. */
export function ActivitySection({ activity, user, viewerId }: ActivitySectionProps) {
  const t = useMessages(userPanelMessages)
  const states = useMessages(statesMessages)
  const sentence = useFailureSentence()
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
        <p role="alert" className="roster-panel-text">
          {t.activity.error} {error && sentence(error)}{' '}
          {onRetry && (
            <Button variant="link" onClick={onRetry}>
              {states.tryAgain}
            </Button>
          )}
        </p>
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
