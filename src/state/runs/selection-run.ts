import { createSubscribable } from '../../base/subscribable.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { Chunk, FrozenSelection } from '../../contract/selections.ts'
import { cancelledError } from '../core/cancelled-error.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { createPace } from './pace.ts'
import type { FrozenRun, RunChoice } from './run-driver.ts'
import { reactionTo } from './run-reaction.ts'
import { isOver, mostRows, type RunSnapshot } from './run-snapshot.ts'

/** A change of many users: frozen, confirmed, and carried out step by step. */
export interface SelectionRun {
  /** What is known of the run; the same object until something of it changes. */
  getSnapshot(): RunSnapshot
  /** Calls the listener after each change. Returns a function that removes it. */
  subscribe(listener: () => void): () => void
  /**
   * Starts the run, or continues it if it was paused. Resolves when the run has ended or is paused, and never rejects.
   * The choice is for the first start.
   */
  start(choice?: RunChoice): Promise<RunSnapshot>
  /** Ends the run after the current step. What was done stays done. */
  stop(): void
  /** Pauses the run after the current step. It can be continued. */
  pause(): void
}

/** Options of {@link createSelectionRun}. */
export interface SelectionRunOptions {
  action: SelectionAction
  resource: SelectionRequest['resource']
  /** Freezes the selection. */
  freeze: () => Promise<FrozenRun>
  /** Whether the person has confirmed it before, such as in another tab. @default false */
  isConfirmed?: boolean
  /** Called when the run ends or pauses after it has changed something. */
  onSettled: (selection: FrozenSelection) => void
}

/** The longest wait before another try (ms). */
const longestWait = 10_000

/** Creates a run and freezes its selection immediately. Nothing is changed before it is started. */
export function createSelectionRun(
  state: RosterState,
  { action, resource, freeze, isConfirmed = false, onSettled }: SelectionRunOptions,
): SelectionRun {
  const { clock, signal, hooks, intents } = state
  const { subscribe, notify } = createSubscribable()
  const pace = createPace()
  let snapshot: RunSnapshot = {
    phase: 'freezing',
    action,
    resource,
    selection: null,
    failed: [],
    partial: [],
    isStopping: false,
    restMs: null,
    error: null,
  }
  let frozen: FrozenRun | undefined
  let isApproved = isConfirmed
  let isPausing = false
  let chosen: RunChoice | undefined
  let running: Promise<RunSnapshot> | undefined
  let wake = () => {}

  function set(change: Partial<RunSnapshot>) {
    snapshot = { ...snapshot, ...change }
    notify()
  }

  function show(selection: FrozenSelection, { failed = [], partial = [] }: Partial<Chunk> = {}) {
    if (frozen) frozen = { ...frozen, selection }
    set({
      selection,
      action: selection.action,
      failed: merged(snapshot.failed, failed),
      partial: merged(snapshot.partial, partial),
      restMs: pace.restMs(selection.allowed),
    })
  }

  async function prepare() {
    try {
      frozen = await freeze()
      intents.add(frozen.selection.id)
      const { selection } = frozen
      set({ phase: phaseOf(selection), selection, error: null })
    } catch (thrown) {
      set({ phase: 'failed', error: toApiError(thrown, { signal }) })
    }
  }

  /** Asks the host once, before anything is changed. */
  async function isAllowed(selection: FrozenSelection) {
    if (isApproved) return true
    try {
      const veto = await hooks().onBeforeSelection?.(selection)
      if (veto?.cancel) throw cancelledError(veto.reason)
      isApproved = true
      return true
    } catch (thrown) {
      set({ error: toApiError(thrown, { signal }) })
      return false
    }
  }

  async function run(): Promise<RunSnapshot> {
    await prepared
    if (!frozen || snapshot.phase === 'stopped' || snapshot.phase === 'done') return snapshot
    if (!(await isAllowed(frozen.selection)) || signal.aborted) return snapshot
    isPausing = false
    pace.restart()
    set({ phase: 'running', error: null })
    await drive(frozen)
    const { selection } = snapshot
    if (selection && selection.position > 0 && !signal.aborted) onSettled(selection)
    return snapshot
  }

  async function drive({ driver }: FrozenRun) {
    let faults = 0
    for (;;) {
      const { selection } = frozen ?? {}
      if (selection && isOver(selection))
        return set({ phase: phaseOf(selection), isStopping: false, restMs: null })
      if (!selection || signal.aborted) return set({ phase: 'paused', isStopping: false, restMs: null })
      if (isPausing) return set({ phase: 'paused', restMs: null })
      try {
        if (snapshot.isStopping) {
          show(await driver.stop(selection))
          continue
        }
        pace.note(selection.position, clock.now())
        const chunk = await driver.step(selection, chosen ?? {})
        pace.note(chunk.selection.position, clock.now())
        set({ phase: 'running', error: null })
        show(chunk.selection, chunk)
        faults = 0
      } catch (thrown) {
        const error = toApiError(thrown, { signal })
        if (signal.aborted) continue
        const reaction = reactionTo(error, faults)
        if (reaction === 'pause') return set({ phase: 'paused', error, isStopping: false, restMs: null })
        faults += 1
        pace.restart()
        if (reaction === 'look') await look(frozen)
        else set({ phase: 'waiting', error, restMs: null })
        await wait(error.retryAfter === undefined ? waitAfter(faults) : error.retryAfter * 1_000)
      }
    }
  }

  /** Loads the selection as another tab has left it. */
  async function look(known: FrozenRun | undefined) {
    try {
      if (known) show(await known.driver.current(known.selection))
    } catch (thrown) {
      set({ phase: 'waiting', error: toApiError(thrown, { signal }) })
    }
  }

  /** Waits for the next try. *Stop* and *Pause* end the wait. */
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const callOff = clock.after(ms, resolve)
      wake = () => {
        callOff()
        resolve()
      }
    })

  function start(choice: RunChoice = {}) {
    chosen ??= choice
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  const prepared = prepare()
  // Another sign-in ends the run. The person who started it can continue it later.
  signal.addEventListener('abort', () => wake())
  return {
    getSnapshot: () => snapshot,
    subscribe,
    start,
    stop() {
      if (snapshot.isStopping) return
      set({ isStopping: true })
      wake()
      void start()
    },
    pause() {
      isPausing = true
      wake()
    },
  }
}

const waitAfter = (faults: number) => Math.min(longestWait, 1_000 * 2 ** (faults - 1))

function phaseOf({ state }: FrozenSelection): RunSnapshot['phase'] {
  if (state === 'ready') return 'ready'
  return state === 'done' || state === 'undone' ? 'done' : state === 'stopped' ? 'stopped' : 'paused'
}

/** The first rows of all steps, each once: a step that was repeated returns the same rows. */
const merged = <Row extends { id: string }>(before: readonly Row[], rows: readonly Row[]) => {
  const news = rows.filter(({ id }) => !before.some((row) => row.id === id))
  return news.length > 0 ? [...before, ...news].slice(0, mostRows) : before
}
