import { type RefObject, useEffect, useState } from 'react'
import { type AskToLeave, watchLeaving } from './watch-leaving.ts'

/** Set while a change isn't saved. Call it with what leaves the change. */
export type Leaving = RefObject<AskToLeave | null>

/** Whether the person is being asked, and their answers. */
export interface LeaveQuestion {
  isAsked: boolean
  leave(): void
  stay(): void
}

/** Asks before a change that isn't saved is left: by the page's own controls, by links, and by the browser. */
export function useLeaveQuestion(isUnsaved: boolean, leaving: Leaving, onDiscard: () => void): LeaveQuestion {
  const [asked, setAsked] = useState<{ go: () => void }>()
  useEffect(() => {
    if (!isUnsaved) return
    const ask: AskToLeave = (go) => setAsked({ go })
    leaving.current = ask
    const leave = watchLeaving(ask)
    return () => {
      leave()
      leaving.current = null
      setAsked(undefined)
    }
  }, [isUnsaved, leaving])
  return {
    isAsked: asked !== undefined,
    leave() {
      asked?.go()
      onDiscard()
    },
    stay: () => setAsked(undefined),
  }
}
