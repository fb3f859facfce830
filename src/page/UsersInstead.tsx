import type { UsersQuestion } from '../components/users-states/question.ts'
import { UsersEmpty } from '../components/users-states/UsersEmpty.tsx'
import { UsersError } from '../components/users-states/UsersError.tsx'
import { UsersNoMatch } from '../components/users-states/UsersNoMatch.tsx'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import { ListInstead } from './list/ListInstead.tsx'

interface UsersInsteadProps {
  users: UsersListResult
  viewer: UseViewerResult
  question: UsersQuestion
  isOnline: boolean
}

/** Shown instead of users: an error, no match, or no users. */
export function UsersInstead({ users, viewer, question, isOnline }: UsersInsteadProps) {
  const { isFetching, query, view } = users
  const onClear = () => view.setQuery({ sort: query.sort })
  return (
    <ListInstead
      list={users}
      question={question}
      isOnline={isOnline}
      onClear={onClear}
      failure={(error, retry) => (
        <UsersError question={question} error={error} onRetry={retry} retrying={isFetching} />
      )}
      noMatch={<UsersNoMatch {...question} onClear={onClear} />}
      empty={<UsersEmpty companyName={viewer.company?.name ?? ''} />}
    />
  )
}
