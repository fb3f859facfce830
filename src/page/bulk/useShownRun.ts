import { useCallback, useState } from 'react'
import { selectionFrom } from '../../base/selection.ts'
import { useSelectionRun } from '../../hooks/useSelectionRun.ts'
import { useSelectionRuns } from '../../hooks/useSelectionRuns.ts'
import { useLatest } from '../../primitives/element/useLatest.ts'
import type { RunChoice } from '../../state/runs/run-driver.ts'
import type { RunSnapshot } from '../../state/runs/run-snapshot.ts'
import type { SelectionRun } from '../../state/runs/selection-run.ts'
import type { BulkRequest } from './bulk-request.ts'

/** The step that a change is at: confirming, running, or showing its result. */
type Step = 'asking' | 'running' | 'result'

/** How long a change runs before its progress is shown (ms). */
const patience = 600

/** Whether a change starts without a confirmation: an undo, or one that was confirmed before. */
export const asksNothing = ({ of, action, isConfirmed }: BulkRequest): boolean =>
  action.kind === 'undo' || 'failedOf' in of || isConfirmed === true

interface ShownRunOptions {
  /** Called when a change has ended without anything to check. */
  onDone: (snapshot: RunSnapshot, request: BulkRequest) => void
  /** Called when a change has started, even if it fails: its selection then ends. */
  onSelectionUsed: (failed: ReturnType<typeof selectionFrom>) => void
}

/** The change that is on screen. */
export interface ShownRun {
  run: SelectionRun
  snapshot: RunSnapshot
  request: BulkRequest
  step: Step
  /** Whether it has run long enough for its progress to be shown. */
  isSlow: boolean
}

/** Guides a change from the confirmation to its result. */
export function useShownRun({ onDone, onSelectionUsed }: ShownRunOptions) {
  const { prepare } = useSelectionRuns()
  const [shown, setShown] = useState<{ run: SelectionRun; request: BulkRequest; step: Step }>()
  const [slowRun, setSlowRun] = useState<SelectionRun>()
  const snapshot = useSelectionRun(shown?.run)
  const callbacks = useLatest({ onDone, onSelectionUsed })

  const go = useCallback(async (run: SelectionRun, request: BulkRequest, choice?: RunChoice) => {
    setShown({ run, request, step: 'running' })
    const timer = setTimeout(() => setSlowRun(run), patience)
    const end = await run.start(choice)
    clearTimeout(timer)
    if (end.phase === 'ready' || end.phase === 'failed') return setShown({ run, request, step: 'asking' })
    const { failed, partial, phase } = end
    if (request.isSelection)
      callbacks.current.onSelectionUsed(selectionFrom({ mode: 'include', ids: failed.map(({ id }) => id) }))
    // A resend asks nothing, so what it leaves out is shown afterwards.
    const leavesOut = end.action.kind === 'resend' && (end.selection?.skipped.length ?? 0) > 0
    if (phase === 'done' && failed.length === 0 && partial.length === 0 && !leavesOut) {
      callbacks.current.onDone(end, request)
      setShown(undefined)
    } else setShown({ run, request, step: 'result' })
  }, [])

  const ask = useCallback(
    (request: BulkRequest) => {
      const run = prepare(request.of, request.action, request.resource)
      if (asksNothing(request)) void go(run, request)
      else setShown({ run, request, step: 'asking' })
    },
    [prepare, go],
  )

  const resume = useCallback(
    (run: SelectionRun) => void go(run, { of: { ids: [] }, action: run.getSnapshot().action }),
    [go],
  )

  return {
    shown: shown && snapshot && { ...shown, snapshot, isSlow: slowRun === shown.run },
    ask,
    resume,
    confirm: (choice: RunChoice) => shown && void go(shown.run, shown.request, choice),
    close: () => setShown(undefined),
  }
}
