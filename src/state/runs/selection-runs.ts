import { createSubscribable } from '../../base/subscribable.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { FrozenSelection } from '../../contract/selections.ts'
import { listen } from '../environment/listen.ts'
import { page } from '../environment/page.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { freezeSelection } from './freeze-selection.ts'
import { runRowsOf } from './run-rows-of.ts'
import { createSelectionRun, type SelectionRun } from './selection-run.ts'
import { serverDriver } from './server-driver.ts'

/** The changes of many rows that this tab makes. They continue when the component that started them unmounts. */
export interface SelectionRuns {
  /** Freezes users, or rows of another resource, for an action. Start the run once the person has confirmed it. */
  prepare(
    of: SelectionRequest['of'],
    action: SelectionAction,
    resource?: SelectionRequest['resource'],
  ): SelectionRun
  /** Takes over a selection that was started earlier or in another tab. */
  adopt(selection: FrozenSelection): SelectionRun
  /** Runs that were started in this tab. The same array until it changes. */
  getBegun(): readonly SelectionRun[]
  subscribe(listener: () => void): () => void
}

const byState = new WeakMap<RosterState, SelectionRuns>()

/** Returns the runs of a provider's state. */
export function selectionRunsOf(state: RosterState): SelectionRuns {
  const runs = byState.get(state) ?? createSelectionRuns(state)
  byState.set(state, runs)
  return runs
}

function createSelectionRuns(state: RosterState): SelectionRuns {
  const { api, works, signal } = state
  const { subscribe, notify } = createSubscribable()
  const onSettled = ({ resource, action }: FrozenSelection) => {
    settle(state, resource)
    if (action.kind === 'delete' && action.deleteInvitations) settle(state, 'invitations')
  }
  const adopted = new Map<string, SelectionRun>()
  let begun: readonly SelectionRun[] = []

  function follow(run: SelectionRun): SelectionRun {
    run.subscribe(() => {
      const { phase, action, selection } = run.getSnapshot()
      const isRunning = !signal.aborted && (phase === 'running' || phase === 'waiting')
      if (isRunning && !begun.includes(run)) {
        begun = [...begun, run]
        notify()
      }
      const { position = 0, allowed = 0 } = selection ?? {}
      const work = { kind: action.kind, done: position, total: allowed, pause: run.pause }
      works.set(run, isRunning ? work : undefined)
    })
    return run
  }

  // Another sign-in ends the runs of this one, even if a step never returns.
  signal.addEventListener('abort', () => {
    for (const run of begun) works.set(run, undefined)
  })
  askBeforeClosing(works)
  return {
    prepare(of, action, resource = 'users') {
      const freeze = () => freezeSelection(state, runRowsOf(state, resource), of, action)
      return follow(createSelectionRun(state, { action, resource, freeze, onSettled }))
    },
    adopt(selection) {
      const { selections } = api
      const { id } = selection
      const known = begun.find((run) => run.getSnapshot().selection?.id === id) ?? adopted.get(id)
      if (known) return known
      const freeze = async () => {
        if (!selections) throw new ExplainedError('unsupported', 'The port has no selections.')
        return { selection, driver: serverDriver(state, selections) }
      }
      const { action } = selection
      const resource = selection.resource === 'invitations' ? 'invitations' : 'users'
      const run = follow(
        createSelectionRun(state, { action, resource, freeze, onSettled, isConfirmed: true }),
      )
      adopted.set(id, run)
      return run
    },
    getBegun: () => begun,
    subscribe,
  }
}

/** Loads again what a run has changed, including what the viewer may do. */
function settle(state: RosterState, resource: string) {
  const { noteSaved, touches } = runRowsOf(state, resource === 'invitations' ? resource : 'users')
  noteSaved()
  for (const name of touches) void state.reread(name)
}

/** While something runs, the browser confirms before it closes the page. */
function askBeforeClosing({ get, subscribe }: RosterState['works']) {
  let leave: (() => void) | undefined
  subscribe(() => {
    if (get().length > 0) leave ??= listen(page.window, ['beforeunload'], (event) => event.preventDefault())
    else leave = void leave?.()
  })
}
