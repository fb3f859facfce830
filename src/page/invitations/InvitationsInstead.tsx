import { questionSentence, type UsersQuestion } from '../../components/users-states/question.ts'
import { useFailureSentence } from '../../components/wording/useFailureSentence.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'
import { InviteUserButton } from '../invite/InviteUserButton.tsx'
import { ListInstead } from '../list/ListInstead.tsx'

interface InvitationsInsteadProps {
  list: InvitationsListResult
  question: UsersQuestion
  isOnline: boolean
  onOpenUser: (id: string) => void
}

/** Shown instead of invitations: an error, no match, or no invitations, with *Invite user*. */
export function InvitationsInstead({ list, question, isOnline, onOpenUser }: InvitationsInsteadProps) {
  const t = useMessages(invitationsMessages)
  const { clear } = useMessages(usersSettingsMessages).noMatch
  const sentence = useFailureSentence()
  const { isFetching, query, view } = list
  const onClear = () => view.setQuery({ sort: query.sort })
  return (
    <ListInstead
      list={list}
      question={question}
      isOnline={isOnline}
      onClear={onClear}
      failure={(error, retry) => (
        <ErrorState
          title={questionSentence(t.error, question)}
          text={sentence(error)}
          requestId={error.requestId}
          retrying={isFetching}
          onRetry={retry}
        />
      )}
      noMatch={
        <EmptyState
          title={t.noMatch.title}
          text={questionSentence(t.noMatch.text, question)}
          actions={<Button onClick={onClear}>{clear}</Button>}
        />
      }
      empty={
        <EmptyState
          icon="mail"
          title={t.empty.title}
          text={t.empty.text}
          actions={
            <InviteUserButton
              variant="outlined"
              onOpenUser={onOpenUser}
              onOpenInvitation={view.openInvitation}
            />
          }
        />
      }
    />
  )
}
