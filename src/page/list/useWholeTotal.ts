import { useState } from 'react'
import type { AnyList } from './any-list.ts'
import { isFiltered } from './is-filtered.ts'

/** Returns how many rows there are regardless of the filters, once the list was shown without any. */
export function useWholeTotal({ status, isPlaceholder, query, total, totalIs }: AnyList): number | undefined {
  const [counted, setCounted] = useState<number>()
  const isWhole = status === 'ready' && !isPlaceholder && !isFiltered(query)
  if (isWhole && totalIs === 'exact' && counted !== total) setCounted(total)
  return isWhole ? total : counted
}
