import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../../wording/useFailureSentence.ts'
import type { SaveState } from './save-state.ts'

/** Why the last change of a section was not saved, and what to do about it. */
export function SaveFailure({ state }: { state: SaveState }) {
  const t = useMessages(userPanelMessages)
  const sentence = useFailureSentence()
  if (state.status !== 'failed') return null
  return (
    <p role="alert" className="roster-save-failure">
      <span>{state.error && sentence(state.error)}</span>{' '}
      {state.onRetry && (
        <Button variant="link" onClick={state.onRetry}>
          {t.tryAgain}
        </Button>
      )}{' '}
      {state.onDismiss && (
        <Button variant="link" onClick={state.onDismiss}>
          {t.dismiss}
        </Button>
      )}
    </p>
  )
}
