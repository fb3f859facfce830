import { type ReactNode, useContext } from 'react'
import { isPartLoadError } from '../../base/part-load-error.ts'
import { statesMessages } from '../../messages/states.ts'
import { Button } from '../button/Button.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { ErrorState } from '../state/ErrorState.tsx'
import type { BoundaryFailure } from './Boundary.tsx'
import { FailedParts } from './FailedParts.ts'

interface PartFailedProps {
  failure: BoundaryFailure
  title: ReactNode
  /** Whether a list beside the part still works. @default false */
  besideList?: boolean
  /** Called with *Try again*, which removes itself and so loses the focus. */
  onRetry?: (() => void) | undefined
}

/** Shown instead of a part that failed. A second failure offers to reload the page. */
export function PartFailed({ failure, title, besideList = false, onRetry }: PartFailedProps) {
  const { error, attempts, retry } = failure
  const t = useMessages(statesMessages)
  const { reload } = useContext(FailedParts)
  const sentences = besideList
    ? { load: t.part.loadFailedBesideList, crash: t.part.crashedBesideList }
    : { load: t.part.loadFailed, crash: t.part.crashed }
  return (
    <ErrorState
      title={title}
      text={attempts > 0 ? t.part.retryFailed : isPartLoadError(error) ? sentences.load : sentences.crash}
      onRetry={() => {
        onRetry?.()
        retry()
      }}
      actions={
        attempts > 0 && (
          <Button variant="primary" onClick={reload}>
            {t.part.reload}
          </Button>
        )
      }
    />
  )
}
