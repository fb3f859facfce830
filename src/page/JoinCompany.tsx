import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { JoinApi } from '../client/join-api.ts'
import { JoinCompanyView } from '../components/join-company/JoinCompanyView.tsx'
import type { JoinCompanyActions } from '../components/join-company/join-company-view-props.ts'
import { useJoin } from '../hooks/useJoin.ts'
import type { StorageArea } from '../state/environment/storage-area.ts'

/** Props of {@link JoinCompany}. Other props are passed to its root element. */
export interface JoinCompanyProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'title'>,
    JoinCompanyActions {
  /** The port of joining. Keep it stable. */
  api: JoinApi
  /** Keeps the invitation while the person signs in. Keep it stable. @default `sessionStorage` */
  storage?: StorageArea
}

/** The page that links of invitations open. It needs a `RosterUI` around it, but neither a company nor a sign-in. */
export const JoinCompany = forwardRef<HTMLElement, JoinCompanyProps>(function JoinCompany(
  { api, storage, onSignOut, onStay, onOpen, ...rest },
  ref,
) {
  const { join, paste, refetch, ...state } = useJoin({ api, ...(storage && { storage }) })
  return (
    <JoinCompanyView
      ref={ref}
      {...rest}
      {...state}
      onStay={onStay}
      onOpen={onOpen}
      onSignOut={
        onSignOut &&
        (async () => {
          await onSignOut()
          await refetch()
        })
      }
      onLink={paste}
      onRetry={() => void refetch()}
      onJoin={async (details, next) => {
        const expected = state.invitation?.lost.length ?? 0
        const outcome = await join(details)
        // If the person got less than the page had announced, it shows that first.
        if (!outcome.ok || outcome.value.lost.length > expected) return
        if (next === 'open') onOpen?.(outcome.value.company)
        else onStay?.()
      }}
    />
  )
})
