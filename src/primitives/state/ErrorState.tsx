import { forwardRef } from 'react'
import { statesMessages } from '../../messages/states.ts'
import { Button } from '../button/Button.tsx'
import { CopyButton } from '../copy-button/CopyButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { State, type StateProps } from './State.tsx'

/** A failure in place of a list. */
export interface ErrorStateProps extends Omit<StateProps, 'icon' | 'tone' | 'footnote'> {
  /** Shows *Try again*. */
  onRetry?: () => void
  /** It is being tried. @default false */
  retrying?: boolean
  /** Shown to be passed on to support. */
  requestId?: string
}

/** What happened, *Try again*, and the request to ask support about. */
export const ErrorState = forwardRef<HTMLDivElement, ErrorStateProps>(function ErrorState(
  { onRetry, retrying = false, requestId, actions, ...rest },
  ref,
) {
  const t = useMessages(statesMessages)
  const retry = onRetry && (
    <Button onClick={onRetry} pending={retrying}>
      {t.tryAgain}
    </Button>
  )
  const request = requestId && (
    <>
      <span>{t.request({ id: requestId })}</span>
      <CopyButton text={requestId} label={t.copyRequest} />
    </>
  )
  return (
    <State
      ref={ref}
      icon="alert"
      tone="danger"
      role="alert"
      actions={
        (retry || actions) && (
          <>
            {retry}
            {actions}
          </>
        )
      }
      footnote={request}
      {...rest}
    />
  )
})
