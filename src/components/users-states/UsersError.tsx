import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { ErrorCode } from '../../contract/problems.ts'
import { errorSentence, errorsMessages } from '../../messages/errors.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'

/** Why there is no list. */
export interface UsersErrorProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  code: ErrorCode
  requestId?: string | undefined
  onRetry: () => void
  /** It is being tried. @default false */
  retrying?: boolean
}

/** The list could not be read: what happened, *Try again*, and the request to ask support about. */
export const UsersError = forwardRef<HTMLDivElement, UsersErrorProps>(function UsersError(
  { code, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).error
  const errors = useMessages(errorsMessages)
  return <ErrorState ref={ref} title={t.title} text={errorSentence(errors, code)} {...rest} />
})
