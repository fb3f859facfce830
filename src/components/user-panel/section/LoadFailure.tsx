import type { ReactNode } from 'react'
import type { Failure } from '../../../base/failure.ts'
import { statesMessages } from '../../../messages/states.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../../wording/useFailureSentence.ts'

/** Why something that the panel needs could not be read. */
export interface FailedLoad {
  error?: Failure | null | undefined
  /** Without it there is no *Try again*. */
  onRetry?: (() => void) | undefined
}

interface LoadFailureProps extends FailedLoad {
  /** What could not be loaded. */
  children: ReactNode
}

/** Stands where a section's content would: what is missing, why, and *Try again*. */
export function LoadFailure({ error, onRetry, children }: LoadFailureProps) {
  const t = useMessages(statesMessages)
  const sentence = useFailureSentence()
  return (
    <p role="alert" className="roster-panel-text">
      {children} {error && sentence(error)}{' '}
      {onRetry && (
        <Button variant="link" onClick={onRetry}>
          {t.tryAgain}
        </Button>
      )}
    </p>
  )
}
