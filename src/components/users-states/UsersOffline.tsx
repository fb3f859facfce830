import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'
import { ClearQuestion } from './ClearQuestion.tsx'
import { questionSentence, type UsersQuestion } from './question.ts'

/** Props of {@link UsersOffline}. */
export interface UsersOfflineProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** @default all users */
  question?: UsersQuestion
  /** Called by *Clear search and filters*. Without it there is no button. */
  onClear?: (() => void) | undefined
}

const everyone: UsersQuestion = {}

/** Replaces a list that can't be loaded before the connection is back. */
export const UsersOffline = forwardRef<HTMLDivElement, UsersOfflineProps>(function UsersOffline(
  { question = everyone, onClear, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).waitsOffline
  return (
    <EmptyState
      ref={ref}
      icon="offline"
      title={t.title}
      text={questionSentence(t.text, question)}
      actions={<ClearQuestion question={question} onClear={onClear} />}
      {...rest}
    />
  )
})
