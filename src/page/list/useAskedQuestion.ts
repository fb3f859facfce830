import { useEffect, useState } from 'react'
import type { AnyList } from './any-list.ts'

/** How long the rows of the previous query stay unchanged (ms), so that nothing flickers while the person types. */
const patience = 200

/** How the rows that are shown relate to the current query. */
export interface AskedQuestion {
  /** Whether the rows belong to another query than the current one. */
  isOther: boolean
  /** Whether that has lasted long enough to show it. It stays so for the questions after it, until one has its rows. */
  isLate: boolean
  /** Identifies the query of the rows that are shown. */
  listKey: string
}

/** Compares the query of the rows with the current one. */
export function useAskedQuestion({ status, query, error, isPlaceholder }: AnyList): AskedQuestion {
  const asked = JSON.stringify(query)
  const [answered, setAnswered] = useState(asked)
  const isOther = status === 'ready' && answered !== asked
  if (isOther && !isPlaceholder) setAnswered(asked)

  const [isLate, setLate] = useState(false)
  // Rows that a failure has replaced don't come back as if they were those of the next query.
  if (isOther && error && !isLate) setLate(true)
  useEffect(() => {
    if (!isOther) return setLate(false)
    const timer = setTimeout(setLate, patience, true)
    return () => clearTimeout(timer)
  }, [isOther])
  return { isOther, isLate: isOther && isLate, listKey: answered }
}
