import type { ReactNode } from 'react'
import type { LoadedList } from '../../../base/list-state.ts'
import { statesMessages } from '../../../messages/states.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { Space } from '../../../primitives/element/Space.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../../wording/useFailureSentence.ts'

interface LoadFailureProps {
  /** The list that couldn't be loaded. */
  list: LoadedList<unknown>
  /** Says what couldn't be loaded. */
  children: ReactNode
}

/** Replaces the content of a section that couldn't be loaded: what is missing, why, and *Try again*. */
export function LoadFailure({ list, children }: LoadFailureProps) {
  const t = useMessages(statesMessages)
  const sentence = useFailureSentence()
  const { error, refetch } = list
  return (
    <p role="alert" className="roster-panel-text">
      <span>{children}</span>
      <Space />
      {error && <span>{`${sentence(error)} `}</span>}
      {refetch && (
        <Button variant="link" onClick={() => void refetch()}>
          {t.tryAgain}
        </Button>
      )}
    </p>
  )
}
