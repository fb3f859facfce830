import { forwardRef } from 'react'
import { statesMessages } from '../../messages/states.ts'
import { Button } from '../button/Button.tsx'
import { CopyButton } from '../copy-button/CopyButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { State, type StateProps } from './State.tsx'

/** Props of {@link ErrorState}. */
export interface ErrorStateProps extends Omit<StateProps, 'icon' | 'tone' | 'footnote'> {
  /** Called by *Try again*. Omit it and the button isn't rendered. */
  onRetry?: () => void
  /** Whether it is being tried again. @default false */
  retrying?: boolean
  /** The id of the request, which the person can send to support. */
  requestId?: string
}

/** Replaces a list that failed: what happened, *Try again*, and the id of the request. */
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
