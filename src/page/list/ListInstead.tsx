import type { ReactElement } from 'react'
import type { UsersQuestion } from '../../components/users-states/question.ts'
import { UsersOffline } from '../../components/users-states/UsersOffline.tsx'
import { UsersRateLimited } from '../../components/users-states/UsersRateLimited.tsx'
import type { AnyList } from './any-list.ts'
import { isFiltered } from './is-filtered.ts'
import { useRetry } from './useRetry.ts'

interface ListInsteadProps {
  list: AnyList
  question: UsersQuestion
  isOnline: boolean
  onClear: () => void
  /** Rendered after a failure, with what *Try again* does. */
  failure: (error: NonNullable<AnyList['error']>, retry: () => Promise<void>) => ReactElement
  /** Rendered if nothing matches. */
  noMatch: ReactElement
  /** Rendered if there is nothing at all. */
  empty: ReactElement
}

/** Shown instead of rows: why they couldn't be loaded, no match, or nothing at all. */
export function ListInstead(props: ListInsteadProps) {
  const { list, question, isOnline, onClear, failure, noMatch, empty } = props
  const { error, query, refetch } = list
  const retry = useRetry(isOnline, refetch)
  if (error && !isOnline) return <UsersOffline question={question} onClear={onClear} />
  if (error?.code === 'rate_limited' && error.retryAfter)
    return (
      <UsersRateLimited question={question} retryAfter={error.retryAfter} onRetry={retry} onClear={onClear} />
    )
  if (error) return failure(error, retry)
  return isFiltered(query) ? noMatch : empty
}
