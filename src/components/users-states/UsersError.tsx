import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { Failure } from '../../base/failure.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import { questionSentence, type UsersQuestion } from './question.ts'

/** Props of {@link UsersError}. */
export interface UsersErrorProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** What the list was searched and filtered for. @default all users */
  question?: UsersQuestion
  /** Why the list couldn't be loaded. */
  error: Failure
  /** Called by *Try again*. */
  onRetry: () => void
  /** Whether the list is loading again. @default false */
  retrying?: boolean
}

const everyone: UsersQuestion = {}

/** Replaces a list that couldn't be loaded: what happened, *Try again*, and the request's id for support. */
export const UsersError = forwardRef<HTMLDivElement, UsersErrorProps>(function UsersError(
  { question = everyone, error, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).error
  const sentence = useFailureSentence()
  return (
    <ErrorState
      ref={ref}
      title={questionSentence(t.title, question)}
      text={sentence(error)}
      requestId={error.requestId}
      {...rest}
    />
  )
})
