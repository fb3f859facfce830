import { IdleLogoutOutline } from '../../components/idle-logout/IdleLogoutOutline.tsx'
import { UsersDenied } from '../../components/users-states/UsersDenied.tsx'
import { UsersStaleBanner } from '../../components/users-states/UsersStaleBanner.tsx'
import { useFailureSentence } from '../../components/wording/useFailureSentence.ts'
import { useIdleLogoutPolicy } from '../../hooks/useIdleLogoutPolicy.ts'
import { useOnline } from '../../hooks/useOnline.ts'
import { useViewer } from '../../hooks/useViewer.ts'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'
import type { Leaving } from '../leaving/useLeaveQuestion.ts'
import { useLoadedAt } from '../list/useLoadedAt.ts'
import { useRetry } from '../list/useRetry.ts'
import { PolicyEditor } from './PolicyEditor.tsx'

/** Props of {@link IdleLogoutTab}. */
export interface IdleLogoutTabProps {
  leaving: Leaving
  onRequestAccess: (() => void) | undefined
}

/** The Idle logout tab: takes what the hooks return and passes it to the views. */
export function IdleLogoutTab({ leaving, onRequestAccess }: IdleLogoutTabProps) {
  const t = useMessages(idleSettingsMessages)
  const sentence = useFailureSentence()
  const { company, viewer } = useViewer()
  const isOnline = useOnline()
  const { status, policy, error, isFetching, canSave, isSaving, save, refetch } = useIdleLogoutPolicy()
  const loadedAt = useLoadedAt({ status, source: policy, error, isFetching })
  const retry = useRetry(isOnline, refetch)

  if (error?.code === 'missing_permission')
    return (
      <UsersDenied
        companyName={company?.name}
        permission={error.params?.permission}
        roleName={viewer?.role.name}
        onRequestAccess={onRequestAccess}
      />
    )
  if (!policy && error)
    return (
      <ErrorState
        title={t.loadFailed}
        text={sentence(error)}
        requestId={error.requestId}
        retrying={isFetching}
        onRetry={() => void retry()}
      />
    )
  if (!policy) return <IdleLogoutOutline label={t.loading} />
  return (
    <>
      <PolicyEditor
        policy={policy}
        save={canSave ? save : undefined}
        isSaving={isSaving}
        refetch={refetch}
        companyName={company?.name}
        viewerId={viewer?.id}
        leaving={leaving}
      />
      {(!isOnline || error) && (
        <UsersStaleBanner
          reason={isOnline && error ? error : 'offline'}
          loadedAt={loadedAt()}
          retrying={isFetching}
          onRetry={retry}
        />
      )}
    </>
  )
}
