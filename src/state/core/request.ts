import { toApiError } from '../../client/to-api-error.ts'
import type { RequestContext } from './data-event.ts'
import type { StateCore } from './state-core.ts'

/** Calls the api, one turn later, and reports a failure once. An aborted call isn't a failure. */
export async function request<Answer>(
  { clock, reporter }: Pick<StateCore, 'clock' | 'reporter'>,
  context: RequestContext,
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  // StrictMode subscribes, leaves and subscribes in one turn: waiting it out sends one request, not two.
  await Promise.resolve()
  signal.throwIfAborted()
  const start = clock.now()
  try {
    return await call(signal)
  } catch (thrown) {
    const error = toApiError(thrown, { signal })
    if (!signal.aborted && error.code !== 'aborted')
      reporter.emit({ type: 'request.failed', context, error, ms: clock.now() - start })
    throw error
  }
}
