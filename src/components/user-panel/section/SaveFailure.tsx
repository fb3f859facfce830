import type { ChangeGroup } from '../../../base/change-group.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../../wording/useFailureSentence.ts'

/** Why the last change of a section was not saved, with *Try again* and *Dismiss*. */
export function SaveFailure({ change }: { change: ChangeGroup | undefined }) {
  const t = useMessages(userPanelMessages)
  const sentence = useFailureSentence()
  if (change?.status !== 'failed') return null
  const { error, retry, dismiss } = change
  return (
    <p role="alert" className="roster-save-failure">
      <span>{error && `${sentence(error)} `}</span>
      {retry && (
        <Button variant="link" onClick={() => void retry()}>
          {t.tryAgain}
        </Button>
      )}
      {dismiss && (
        <Button variant="link" onClick={() => void dismiss()}>
          {t.dismiss}
        </Button>
      )}
    </p>
  )
}
