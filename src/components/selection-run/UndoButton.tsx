import { useEffect, useState } from 'react'
import type { Undo } from '../../contract/undo.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface UndoButtonProps {
  undo: Undo
  label: string
  onUndo: () => void
}

/** Undoes a change. It counts down the time in which that is possible, and isn't rendered afterwards. */
export function UndoButton({ undo, label, onUndo }: UndoButtonProps) {
  const t = useMessages(selectionRunMessages)
  const seconds = useSecondsLeft(undo)
  if (seconds <= 0) return null
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <Button variant="quiet" icon="undo" className="roster-run-undo" onClick={onUndo}>
      <span>{label}</span>
      <span className="roster-run-left">{t.left({ time })}</span>
    </Button>
  )
}

/** Seconds that are left of a duration, counted from when it was received. */
function useSecondsLeft(undo: Undo): number {
  const { id, remainingMs } = undo
  const [left, setLeft] = useState({ id, remainingMs, seconds: Math.ceil(remainingMs / 1_000) })
  if (left.id !== id || left.remainingMs !== remainingMs)
    setLeft({ id, remainingMs, seconds: Math.ceil(remainingMs / 1_000) })
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => ({ ...before, seconds: before.seconds - 1 })), 1_000)
    return () => clearInterval(timer)
  }, [])
  return left.seconds
}
