import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { SelectionRequest } from '../contract/selection-requests.ts'
import type { FrozenSelection } from '../contract/selections.ts'
import { selections } from '../state/resources/selections.ts'
import type { SelectionRun } from '../state/runs/selection-run.ts'
import type { WholeListResult } from './list-result.ts'
import { useRosterState } from './RosterContext.ts'
import { toWholeList } from './to-whole-list.ts'
import { useOffered } from './useOffered.ts'
import { useResource } from './useResource.ts'
import { useSelectionRuns } from './useSelectionRuns.ts'
import { useViewer } from './useViewer.ts'

/** What {@link useRecentChanges} returns. Its actions are stable. */
export interface UseRecentChangesResult extends WholeListResult<FrozenSelection> {
  /** Takes over a paused change. Returns the run; start it to continue. */
  adopt(selection: FrozenSelection): SelectionRun
  /** Ends a change where it is. */
  stop(selection: FrozenSelection): SelectionRun
  /** Undoes a change. */
  undo(selection: FrozenSelection): SelectionRun
  /** Tries the failed rows again, except users that must be checked first. */
  retryFailed(selection: FrozenSelection): SelectionRun
}

/** How often the list is loaded while a change runs in another tab (ms). */
const pollInterval = 3_000

/** Whether this version has words for changes of these rows. */
const isKnown = (resource: string): resource is SelectionRequest['resource'] =>
  resource === 'users' || resource === 'invitations'

/** Loads the changes to many users or invitations of the last day, newest first. */
export function useRecentChanges(): UseRecentChangesResult {
  const { clock, api } = useRosterState('useRecentChanges')
  const { status: viewerStatus, capabilities } = useViewer()
  const isOffered = viewerStatus !== 'ready' || capabilities.selections
  const definition = useOffered(selections, isOffered)
  const list = toWholeList(useResource(definition, 'useRecentChanges'), ({ selections }) =>
    selections.filter(({ resource, state }) => isKnown(resource) && state !== 'ready'),
  )
  const { prepare, adopt, begun } = useSelectionRuns()
  const rows = useWithBegun(list.rows, begun)
  const runsElsewhere = list.rows.some(
    ({ id, state }) => state === 'running' && !begun.some((run) => run.getSnapshot().selection?.id === id),
  )
  const { refetch } = list
  useEffect(() => {
    if (!runsElsewhere) return
    let callOff = clock.after(pollInterval, function poll() {
      void refetch()
      callOff = clock.after(pollInterval, poll)
    })
    return () => callOff()
  }, [runsElsewhere, refetch, clock])

  const actions = useMemo(
    () => ({
      adopt,
      stop(selection: FrozenSelection) {
        const run = adopt(selection)
        run.stop()
        return run
      },
      undo({ id }: FrozenSelection) {
        const run = prepare({ undoOf: id }, { kind: 'undo' })
        void run.start()
        return run
      },
      retryFailed({ id, action, resource }: FrozenSelection) {
        const run = prepare({ failedOf: id }, action, isKnown(resource) ? resource : undefined)
        void run.start()
        return run
      },
    }),
    [prepare, adopt],
  )
  return {
    ...list,
    rows,
    total: rows.length,
    isSupported: list.isSupported && api.selections !== undefined,
    ...actions,
  }
}

/** The list, with the current progress of the runs of this tab. */
function useWithBegun(rows: readonly FrozenSelection[], begun: readonly SelectionRun[]) {
  const read = () => JSON.stringify(begun.map((run) => run.getSnapshot().selection?.position))
  useSyncExternalStore(
    (listener) => {
      const leaves = begun.map((run) => run.subscribe(listener))
      return () => {
        for (const leave of leaves) leave()
      }
    },
    read,
    read,
  )
  return rows.map((row) => {
    const here = begun.map((run) => run.getSnapshot()).find(({ selection }) => selection?.id === row.id)
    if (!here?.selection || here.selection.position < row.position) return row
    const isRunning = here.phase === 'running' || here.phase === 'waiting'
    return isRunning
      ? { ...here.selection, state: 'running' as const }
      : here.phase === 'paused'
        ? { ...here.selection, state: 'paused' as const }
        : here.selection
  })
}
