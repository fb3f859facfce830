import type { Failure } from '../../base/failure.ts'
import type { User } from '../../contract/users.ts'
import { userPanelMessages } from '../../messages/user-panel.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import { userName } from '../wording/user-name.ts'
import { PanelSection } from './section/PanelSection.tsx'
import { SectionSkeleton } from './section/SectionSkeleton.tsx'

interface UserPanelPlaceholderProps {
  status: 'loading' | 'error' | 'gone'
  /** The user who was deleted, if known. */
  user?: User | undefined
  error?: Failure | null | undefined
  refetch?: (() => unknown) | undefined
  onClose?: (() => void) | undefined
}

/** Replaces the details while the user is loading, couldn't be loaded or was deleted. */
export function UserPanelPlaceholder(props: UserPanelPlaceholderProps) {
  return (
    <div className="roster-panel-body" aria-busy={props.status === 'loading'}>
      <PlaceholderContent {...props} />
    </div>
  )
}

function PlaceholderContent({ status, user, error, refetch, onClose }: UserPanelPlaceholderProps) {
  const t = useMessages(userPanelMessages)
  const users = useMessages(usersTableMessages)
  const sentence = useFailureSentence()
  switch (status) {
    case 'loading':
      return (
        <>
          <PanelSection title={t.role.title}>
            <SectionSkeleton shape="two-lines" />
          </PanelSection>
          <PanelSection title={t.teams.title}>
            <SectionSkeleton shape="one-line" />
          </PanelSection>
        </>
      )
    case 'error':
      return (
        <ErrorState
          title={t.error}
          text={error && sentence(error)}
          requestId={error?.requestId}
          onRetry={refetch && (() => void refetch())}
        />
      )
    case 'gone':
      return (
        <EmptyState
          role="alert"
          icon="user"
          title={user ? t.gone.title({ name: userName(user, users) }) : t.gone.titleWithoutName}
          text={user ? t.gone.text : t.gone.textWithoutName}
          actions={onClose && <Button onClick={onClose}>{t.close}</Button>}
        />
      )
  }
}
