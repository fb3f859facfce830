import { userPanelMessages } from '../../messages/user-panel.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { SaveState } from './save-state.ts'
import { useFailureSentence } from './useFailureSentence.ts'

/** Why the last change of a section was not saved, and *Try again* where that may help. */
export function SaveFailure({ state }: { state: SaveState }) {
  const t = useMessages(userPanelMessages)
  const sentence = useFailureSentence()
  if (state.status !== 'failed') return null
  return (
    <p role="alert" className="roster-save-failure">
      {state.error && sentence(state.error)}{' '}
      {state.onRetry && (
        <Button variant="link" onClick={state.onRetry}>
          {t.tryAgain}
        </Button>
      )}
    </p>
  )
}
