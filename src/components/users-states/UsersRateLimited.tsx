import { type ComponentPropsWithoutRef, forwardRef, useEffect } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { classNames } from '../../primitives/element/class-names.ts'
import { useLatest } from '../../primitives/element/useLatest.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useSecondsLeft } from '../../primitives/roster-ui/useSecondsLeft.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'
import { ClearQuestion } from './ClearQuestion.tsx'
import { questionSentence, type UsersQuestion } from './question.ts'

/** Props of {@link UsersRateLimited}. */
export interface UsersRateLimitedProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** What the list was searched and filtered for. @default all users */
  question?: UsersQuestion
  /** Seconds to wait. */
  retryAfter: number
  /** Called when the time is up. */
  onRetry: () => void
  /** Called by *Clear search and filters*. Without it there is no button. */
  onClear?: (() => void) | undefined
}

const everyone: UsersQuestion = {}

/** Replaces the list after too many requests. It counts down and then loads again. */
export const UsersRateLimited = forwardRef<HTMLDivElement, UsersRateLimitedProps>(function UsersRateLimited(
  { question = everyone, retryAfter, onRetry, onClear, className, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).error
  const { countdown } = useFormats()
  const left = useSecondsLeft(retryAfter * 1_000) ?? 0
  const latestRetry = useLatest(onRetry)
  const isOver = left === 0
  useEffect(() => {
    if (isOver) latestRetry.current()
  }, [isOver])

  return (
    <EmptyState
      ref={ref}
      icon="clock"
      title={t.rateLimited}
      className={classNames('roster-users-countdown', className)}
      text={questionSentence(t.runsAgain, question, countdown(left))}
      actions={<ClearQuestion question={question} onClear={onClear} />}
      {...rest}
    />
  )
})
