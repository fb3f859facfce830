import type { Undo } from '../../contract/undo.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useSecondsLeft } from '../../primitives/roster-ui/useSecondsLeft.ts'

interface UndoButtonProps {
  undo: Undo
  label: string
  onUndo: () => void
}

/** Undoes a change. It counts down the time in which that is possible, and isn't rendered afterwards. */
export function UndoButton({ undo, label, onUndo }: UndoButtonProps) {
  const t = useMessages(selectionRunMessages)
  const { countdown } = useFormats()
  const seconds = useSecondsLeft(undo.remainingMs, undo.id)
  if (!seconds) return null
  return (
    <Button variant="quiet" icon="undo" className="roster-run-undo" onClick={onUndo}>
      <span>{label}</span>
      <span className="roster-run-left">{t.left({ time: countdown(seconds) })}</span>
    </Button>
  )
}
