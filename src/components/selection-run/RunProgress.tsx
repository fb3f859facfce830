import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Progress } from '../../primitives/progress/Progress.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { RunView } from './run-view.ts'

/** Returns the sentence about the time left, or undefined while there is no estimate. */
export function useRestSentence({
  phase,
  isStopping,
  restMs,
}: Pick<RunView, 'phase' | 'isStopping' | 'restMs'>) {
  const t = useMessages(selectionRunMessages).progress
  if (isStopping) return t.stopping
  if (phase === 'waiting') return t.waiting
  if (restMs === null || phase !== 'running') return undefined
  const minutes = Math.round(restMs / 60_000)
  return minutes < 1 ? t.soon : t.minutesLeft({ count: minutes })
}

/** How far a run is, as a bar and in numbers. */
export function RunProgress({ run }: { run: RunView }) {
  const t = useMessages(selectionRunMessages).progress
  const { number } = useFormats()
  const rest = useRestSentence(run)
  const { position = 0, allowed = 0 } = run.selection ?? {}
  return (
    <div className="roster-run-progress">
      <Progress
        label={t.label}
        value={position}
        max={allowed}
        state={run.phase === 'paused' ? 'paused' : 'running'}
      />
      <div className="roster-run-progress-line">
        <span>{t.of({ done: number(position), total: number(allowed) })}</span>
        <span>{rest}</span>
      </div>
    </div>
  )
}
