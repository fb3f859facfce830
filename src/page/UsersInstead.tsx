import { useEffect, useRef } from 'react'
import type { UsersQuestion } from '../components/users-states/question.ts'
import { UsersEmpty } from '../components/users-states/UsersEmpty.tsx'
import { UsersError } from '../components/users-states/UsersError.tsx'
import { UsersNoMatch } from '../components/users-states/UsersNoMatch.tsx'
import { UsersOffline } from '../components/users-states/UsersOffline.tsx'
import { UsersRateLimited } from '../components/users-states/UsersRateLimited.tsx'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import { isFiltered } from './is-filtered.ts'

interface UsersInsteadProps {
  users: UsersListResult
  viewer: UseViewerResult
  question: UsersQuestion
  isOnline: boolean
}

/** Shown instead of rows: an error, no match, or no users. */
export function UsersInstead({ users, viewer, question, isOnline }: UsersInsteadProps) {
  const { error, isFetching, query, refetch, view } = users
  useReload(isOnline, refetch)
  const onClear = () => view.setQuery({ sort: query.sort })
  if (error && !isOnline) return <UsersOffline question={question} onClear={onClear} />
  if (error?.code === 'rate_limited' && error.retryAfter && !isFetching)
    return (
      <UsersRateLimited
        question={question}
        retryAfter={error.retryAfter}
        onRetry={refetch}
        onClear={onClear}
      />
    )
  if (error) return <UsersError question={question} error={error} onRetry={refetch} retrying={isFetching} />
  if (!isFiltered(query)) return <UsersEmpty companyName={viewer.company?.name ?? ''} />
  return <UsersNoMatch {...question} onClear={onClear} />
}

/** Loads the list when the connection is back. */
function useReload(isOnline: boolean, refetch: () => Promise<void>) {
  const wasOnline = useRef(isOnline)
  useEffect(() => {
    if (isOnline && !wasOnline.current) void refetch()
    wasOnline.current = isOnline
  }, [isOnline, refetch])
}
