import type { AnyList } from './any-list.ts'
import type { AskedQuestion } from './useAskedQuestion.ts'

/** What a tab shows of its list. */
export interface ListState {
  /** Whether the rows belong to an earlier query, which has lasted long enough to show it, and the next are on their way. */
  isWaiting: boolean
  /** Whether there are no rows that could be shown. */
  isLoading: boolean
  /** Whether the rows may be out of date. */
  isStale: boolean
  /** Whether rows or their placeholders are shown, and not a state instead of them. */
  shows: boolean
}

/** Decides what is shown of a list. Rows are never shown under a query that they don't belong to. */
export function useListState(list: AnyList, question: AskedQuestion, isOnline: boolean): ListState {
  const { status, source, error, isPlaceholder } = list
  const { isOther, isLate } = question
  const hasFailed = error && (isLate || status === 'error')
  // An empty list has no rows to keep while the next list is loading.
  const isLoading = status === 'loading' || (isPlaceholder && source.total === 0)
  return {
    isWaiting: isLate && !error && !isLoading,
    isLoading,
    isStale: status === 'ready' && !isOther && !(isOnline && !error),
    shows: !hasFailed && (isLoading || source.total > 0),
  }
}
