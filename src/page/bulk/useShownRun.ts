import { useCallback, useEffect, useRef, useState } from 'react'
import { selectionFrom } from '../../base/selection.ts'
import { useRosterState } from '../../hooks/RosterContext.ts'
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

interface Shown {
  run: SelectionRun
  request: BulkRequest
  step: Step
  /** Fires when another person signs in. */
  signal: AbortSignal
}

interface ShownRunOptions {
  /** Called when a change has to be looked at that ended after the component was unmounted. */
  onLeave?: ((request: BulkRequest) => void) | undefined
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

/** Guides a change from the confirmation to its result. It ends with the sign-in. */
export function useShownRun({ onDone, onSelectionUsed, onLeave }: ShownRunOptions) {
  const { signal } = useRosterState('<UsersSettings>')
  const { prepare } = useSelectionRuns()
  const [last, setShown] = useState<Shown>()
  const [slowRun, setSlowRun] = useState<SelectionRun>()
  // The next person must not see what the last one did, nor undo it.
  const shown = last?.signal.aborted ? undefined : last
  const snapshot = useSelectionRun(shown?.run)
  const callbacks = useLatest({ onDone, onSelectionUsed, onLeave })
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  const going = useRef(new Map<SelectionRun, BulkRequest>())

  const go = useCallback(
    async (run: SelectionRun, request: BulkRequest, choice?: RunChoice) => {
      // A second press finds the run started, even within the same turn.
      if (going.current.has(run)) return
      going.current.set(run, request)
      const show = (step: Step) =>
        isMounted.current
          ? setShown({ run, request, step, signal })
          : callbacks.current.onLeave?.({ ...request, run })
      show('running')
      const timer = setTimeout(() => setSlowRun(run), patience)
      const end = await run.start(choice)
      clearTimeout(timer)
      going.current.delete(run)
      if (signal.aborted) return
      if (end.phase === 'ready' || end.phase === 'failed') return show('asking')
      const { failed, partial, phase } = end
      if (request.isSelection)
        callbacks.current.onSelectionUsed(selectionFrom({ mode: 'include', ids: failed.map(({ id }) => id) }))
      // A resend asks nothing, so what it leaves out is shown afterwards.
      const leavesOut = end.action.kind === 'resend' && (end.selection?.skipped.length ?? 0) > 0
      if (phase === 'done' && failed.length === 0 && partial.length === 0 && !leavesOut) {
        callbacks.current.onDone(end, request)
        setShown(undefined)
      } else show('result')
    },
    [signal],
  )

  const ask = useCallback(
    (request: BulkRequest) => {
      if (signal.aborted || [...going.current.values()].some((other) => isSame(other, request))) return
      const run = prepare(request.of, request.action, request.resource)
      if (asksNothing(request)) void go(run, request)
      else setShown({ run, request, step: 'asking', signal })
    },
    [prepare, go, signal],
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

/** Whether the same change is requested again while it runs, such as by a double click. */
const isSame = (running: BulkRequest, { of, action }: BulkRequest) =>
  JSON.stringify([running.of, running.action]) === JSON.stringify([of, action])
