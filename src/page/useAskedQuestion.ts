import { useEffect, useState } from 'react'
import type { UsersListResult } from '../hooks/useUsersList.ts'

/** Milliseconds for which the rows of the question before stay as they are, so that typing doesn't flicker. */
const patience = 200

/** How the rows that are shown relate to the current query. */
export interface AskedQuestion {
  /** Whether the rows are those of another question than the one in force. */
  isOther: boolean
  /** Whether that has lasted long enough to be said. */
  isWaiting: boolean
}

/** Compares the query of the rows with the current one. */
export function useAskedQuestion({ status, query, error, isPlaceholder }: UsersListResult): AskedQuestion {
  const asked = JSON.stringify([query.search, query.roleIds, query.teamIds, query.sort])
  const [answered, setAnswered] = useState<string>()
  const isAnswered = status === 'ready' && !isPlaceholder
  if (isAnswered && answered !== asked) setAnswered(asked)
  const isOther = status === 'ready' && isPlaceholder && answered !== undefined && answered !== asked

  const [late, setLate] = useState<string>()
  const isOnItsWay = isOther && !error
  useEffect(() => {
    if (!isOnItsWay) return
    const timer = setTimeout(() => setLate(asked), patience)
    return () => {
      clearTimeout(timer)
      setLate(undefined)
    }
  }, [isOnItsWay, asked])
  return { isOther, isWaiting: isOnItsWay && late !== undefined }
}
