import { useCallback, useEffect, useRef, useState } from 'react'
import { type Selection, selectNone } from '../../base/selection.ts'
import { useRosterState } from '../../hooks/RosterContext.ts'
import { useSelectionRun } from '../../hooks/useSelectionRun.ts'
import { useSelectionRuns } from '../../hooks/useSelectionRuns.ts'
import { useLatest } from '../../primitives/element/useLatest.ts'
import { endSelection, type UsedSelection } from '../../state/runs/end-selection.ts'
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

/** A change that was started here, and the selection that it is for. */
interface Started {
  request: BulkRequest
  selection?: Selection | undefined
}

interface Shown extends Started {
  run: SelectionRun
  step: Step
  /** Whether it has run long enough for its progress to be shown. */
  isSlow: boolean
  /** Fires when another person signs in. */
  signal: AbortSignal
}

interface ShownRunOptions {
  /** Called when a change has to be looked at that ended after the component was unmounted. */
  onLeave?: ((request: BulkRequest) => void) | undefined
  /** Called when a change has ended without anything to check. */
  onDone: (snapshot: RunSnapshot, request: BulkRequest) => void
  /** The list's selection, which ends when a change of it has started, even if it fails. */
  picked: UsedSelection['picked']
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

/**
 * Guides changes from the confirmation to their result. The latest is shown. An earlier one that still runs is shown
 * again afterwards. They end with the sign-in.
 */
export function useShownRun({ onDone, picked, onLeave }: ShownRunOptions) {
  const { signal } = useRosterState('<UsersSettings>')
  const { prepare } = useSelectionRuns()
  const [changes, setChanges] = useState<readonly Shown[]>(nothing)
  // The next person must not see what the last one did, nor undo it.
  const shown = changes.filter((change) => !change.signal.aborted).at(-1)
  const snapshot = useSelectionRun(shown?.run)
  const callbacks = useLatest({ onDone, picked, onLeave })
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  const going = useRef(new Map<SelectionRun, BulkRequest>())
  const started = useRef(new WeakMap<SelectionRun, Started>())

  const go = useCallback(
    async (run: SelectionRun, choice?: RunChoice) => {
      // A second press finds the run started, even within the same turn.
      if (going.current.has(run)) return
      const of = started.current.get(run) ?? {
        request: { of: { ids: [] }, action: run.getSnapshot().action },
      }
      const { request, selection } = of
      going.current.set(run, request)
      const show = (step: Step) =>
        isMounted.current
          ? setChanges((all) => withChange(all, { run, ...of, step, isSlow: false, signal }))
          : callbacks.current.onLeave?.({ ...request, run })
      show('running')
      const timer = setTimeout(
        () => setChanges((all) => all.map((one) => (one.run === run ? { ...one, isSlow: true } : one))),
        patience,
      )
      const end = await run.start(choice)
      clearTimeout(timer)
      going.current.delete(run)
      if (signal.aborted) return
      if (end.phase === 'ready' || end.phase === 'failed') return show('asking')
      const { failed, partial, phase } = end
      if (selection) endSelection({ picked: callbacks.current.picked, used: selection, selectNone }, failed)
      // If it is continued later, what is selected by then is another selection.
      started.current.set(run, { request })
      // A resend asks nothing, so what it leaves out is shown afterwards.
      const leavesOut = end.action.kind === 'resend' && (end.selection?.skipped.length ?? 0) > 0
      if (phase === 'done' && failed.length === 0 && partial.length === 0 && !leavesOut) {
        callbacks.current.onDone(end, request)
        setChanges((all) => without(all, run))
      } else show('result')
    },
    [signal],
  )

  const ask = useCallback(
    (request: BulkRequest) => {
      if (signal.aborted || [...going.current.values()].some((other) => isSame(other, request))) return
      const run = prepare(request.of, request.action, request.resource)
      const of = { request, selection: request.isSelection ? callbacks.current.picked.get() : undefined }
      started.current.set(run, of)
      // It takes the place of what is shown, unless that still runs.
      setChanges((all) => (all.at(-1)?.step === 'running' ? all : all.slice(0, -1)))
      if (asksNothing(request)) void go(run)
      else setChanges((all) => withChange(all, { run, ...of, step: 'asking', isSlow: false, signal }))
    },
    [prepare, go, signal],
  )

  return {
    shown: shown && snapshot && { ...shown, snapshot },
    ask,
    resume: useCallback((run: SelectionRun) => void go(run), [go]),
    confirm: (choice: RunChoice) => shown && void go(shown.run, choice),
    close: () => shown && setChanges((all) => without(all, shown.run)),
  }
}

const nothing: readonly Shown[] = []

/** The changes with one of them in its new step, or with another one after them. */
const withChange = (all: readonly Shown[], change: Shown): Shown[] =>
  all.some(({ run }) => run === change.run)
    ? all.map((one) => (one.run === change.run ? change : one))
    : [...all, change]

const without = (all: readonly Shown[], gone: SelectionRun): Shown[] => all.filter(({ run }) => run !== gone)

/** Whether the same change is requested again while it runs, such as by a double click. */
const isSame = (running: BulkRequest, { of, action }: BulkRequest) =>
  JSON.stringify([running.of, running.action]) === JSON.stringify([of, action])
