import { forwardRef, type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { joinCompanyMessages } from '../../messages/join-company.ts'
import { classNames } from '../../primitives/element/class-names.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import { EndedInvitation } from './EndedInvitation.tsx'
import { IncompleteLink } from './IncompleteLink.tsx'
import { JoinAsMember } from './JoinAsMember.tsx'
import { JoinedCompany } from './JoinedCompany.tsx'
import { JoinForm } from './JoinForm.tsx'
import { JoinSignIn } from './JoinSignIn.tsx'
import { JoinTitle } from './JoinTitle.ts'
import type { JoinCompanyViewProps } from './join-company-view-props.ts'
import { OtherAccount } from './OtherAccount.tsx'
import { rootProps } from './root-props.ts'

/** Which step the page shows, by its status and by who can use the invitation. */
function stepOf({ status, invitation }: JoinCompanyViewProps) {
  if (status !== 'ready' || !invitation) return status
  const { signedInAs, account } = invitation
  if (signedInAs) return signedInAs.isInvited ? 'member' : 'other'
  return account === 'none' || account === 'no_password' ? 'form' : 'sign-in'
}

/** The page that the link of an invitation opens: who invites, how to join, or why the link doesn't work and what to do. */
export const JoinCompanyView = forwardRef<HTMLElement, JoinCompanyViewProps>(
  function JoinCompanyView(props, ref) {
    const { status, invitation, joined, error, isFetching = false, isJoining, onRetry, className } = props
    const t = useMessages(joinCompanyMessages)
    const sentence = useFailureSentence()
    const id = useId()
    const title = useRef<HTMLHeadingElement>(null)
    const step = stepOf(props)
    const shown = useRef<string>(undefined)
    useEffect(() => {
      if (step === 'loading') return
      // The first step leaves the focus where the browser puts it.
      if (shown.current !== undefined && shown.current !== step) title.current?.focus()
      shown.current = step
    }, [step])
    const heading = useMemo(() => ({ id, ref: title }), [id])

    const steps: Record<string, () => ReactNode> = {
      incomplete: () => <IncompleteLink {...props} />,
      ended: () => <EndedInvitation {...props} />,
      joined: () => joined && <JoinedCompany {...props} joined={joined} />,
      member: () => invitation && <JoinAsMember {...props} invitation={invitation} />,
      other: () => invitation && <OtherAccount {...props} invitation={invitation} />,
      form: () => invitation && <JoinForm {...props} invitation={invitation} />,
      'sign-in': () => invitation && <JoinSignIn {...props} invitation={invitation} />,
      failed: () =>
        error && (
          <ErrorState
            title={<span id={id}>{t.failed.title}</span>}
            text={sentence(error)}
            requestId={error.requestId}
            onRetry={onRetry}
            retrying={isFetching}
          />
        ),
    }
    const isLoading = status === 'loading'
    return (
      <section
        ref={ref}
        className={classNames('roster-join', className)}
        aria-labelledby={isLoading ? undefined : id}
        aria-label={isLoading ? t.loading : undefined}
        aria-busy={isLoading || isJoining || undefined}
        {...rootProps(props)}
      >
        <div className="roster-join-card">
          <JoinTitle.Provider value={heading}>
            {steps[step]?.() ?? (
              <>
                <Skeleton shape="avatar" />
                <Skeleton className="roster-join-skeleton" length={6} />
                <Skeleton className="roster-join-skeleton" length={8} faint />
              </>
            )}
          </JoinTitle.Provider>
        </div>
      </section>
    )
  },
)
