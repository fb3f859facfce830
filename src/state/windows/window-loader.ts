import { hashKey } from '@tanstack/query-core'
import type { RequestOptions } from '../../client/request-options.ts'
import type { Window } from '../../contract/windows.ts'
import type { ListName } from '../core/data-event.ts'
import { request } from '../core/request.ts'
import type { StateCore } from '../core/state-core.ts'
import { reportAnswer } from './report-answer.ts'
import { windowSize } from './row-range.ts'
import { checkAnswer } from './window-answer.ts'
import type { LoadWindow, WindowData } from './window-data.ts'

/** The port's call for a range of a list. */
export type ListCall<Query, Row> = (
  query: Query & { offset: number; limit: number },
  options: RequestOptions,
) => Promise<Window<Row> & { pending?: number }>

interface Waiting<Query, Row> {
  query: Query
  index: number
  signal: AbortSignal
  resolve(data: WindowData<Row>): void
  reject(error: unknown): void
}

/** The most rows of one request to a port. */
const windowsPerRequest = 4

/**
 * Joins neighbouring windows that are requested in one turn into one request, so that a jump to any position is one
 * request. The request is aborted when none of its windows is wanted any more.
 */
export function createWindowLoader<Query, Row extends { id: string }>(
  state: StateCore,
  resource: ListName,
  list: ListCall<Query, Row>,
): LoadWindow<Query, Row> {
  let waiting: Waiting<Query, Row>[] = []

  async function send(first: Waiting<Query, Row>, run: Waiting<Query, Row>[]) {
    const [offset, limit] = [first.index * windowSize, run.length * windowSize]
    const asked = state.ask()
    const start = state.clock.now()
    try {
      const answer = await request(state, { resource, offset, limit }, allOf(run), async (signal) =>
        checkAnswer(await list({ ...first.query, offset, limit }, { signal }), offset, limit),
      )
      const readAt = state.clock.now()
      reportAnswer(state.reporter, resource, offset, answer, readAt - start)
      const { rows, total, totalIs, revision, pending } = answer
      run.forEach(({ resolve }, at) => {
        const own = rows.slice(at * windowSize, (at + 1) * windowSize)
        resolve({ rows: own, total, totalIs, revision, pending, asked, readAt })
      })
    } catch (error) {
      for (const { reject } of run) reject(error)
    }
  }

  function flush() {
    const wanted = waiting.filter(({ signal }) => !signal.aborted)
    waiting = []
    for (const [first, run] of toRuns(wanted)) void send(first, run)
  }

  return (query, index, signal) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(flush)
      waiting.push({ query, index, signal, resolve, reject })
    })
}

/** Groups neighbouring windows of one query into runs, each with its first window. */
function toRuns<Query, Row>(wanted: Waiting<Query, Row>[]) {
  const runs: [first: Waiting<Query, Row>, run: Waiting<Query, Row>[]][] = []
  for (const next of wanted.toSorted((a, b) => a.index - b.index)) {
    const open = runs.find(
      ([{ query, index }, run]) =>
        index + run.length === next.index &&
        run.length < windowsPerRequest &&
        hashKey([query]) === hashKey([next.query]),
    )
    if (open) open[1].push(next)
    else runs.push([next, [next]])
  }
  return runs
}

/** Returns a signal that aborts when all of these have aborted. */
function allOf(run: readonly { signal: AbortSignal }[]): AbortSignal {
  const all = new AbortController()
  let left = run.length
  const onAbort = () => {
    left -= 1
    if (left === 0) all.abort()
  }
  for (const { signal } of run) signal.addEventListener('abort', onAbort, { once: true })
  return all.signal
}
