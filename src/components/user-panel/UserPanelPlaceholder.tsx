import type { Failure } from '../../base/failure.ts'
import type { User } from '../../contract/users.ts'
import { userPanelMessages } from '../../messages/user-panel.ts'
import { userPanelFrameMessages } from '../../messages/user-panel-frame.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import { userName } from '../wording/user-name.ts'
import { UserPanelSkeleton } from './UserPanelSkeleton.tsx'

interface UserPanelPlaceholderProps {
  status: 'loading' | 'error' | 'gone'
  /** The user who was deleted, if known. */
  user?: User | undefined
  error?: Failure | null | undefined
  refetch?: (() => unknown) | undefined
  onClose?: (() => void) | undefined
}

/** Replaces the details while the user is loading, couldn't be loaded or was deleted. */
export function UserPanelPlaceholder({ status, user, error, refetch, onClose }: UserPanelPlaceholderProps) {
  const t = useMessages(userPanelMessages)
  const frame = useMessages(userPanelFrameMessages)
  const users = useMessages(usersTableMessages)
  const sentence = useFailureSentence()
  if (status === 'loading') return <UserPanelSkeleton />
  return (
    <div className="roster-panel-body">
      {status === 'error' ? (
        <ErrorState
          title={frame.error}
          text={error && sentence(error)}
          requestId={error?.requestId}
          onRetry={refetch && (() => void refetch())}
        />
      ) : (
        <EmptyState
          role="alert"
          icon="user"
          title={user ? t.gone.title({ name: userName(user, users) }) : t.gone.titleWithoutName}
          text={user ? t.gone.text : t.gone.textWithoutName}
          actions={onClose && <Button onClick={onClose}>{frame.close}</Button>}
        />
      )}
    </div>
  )
}
