import { toApiError } from '../../client/to-api-error.ts'
import type { RequestContext } from './data-event.ts'
import { request } from './request.ts'
import type { StateCore } from './state-core.ts'

/**
 * Calls the api for what a person does, and reports a failure once. After a refusal the viewer may do less than the page
 * shows, so their session is loaded again.
 */
export async function send<Answer>(
  state: Pick<StateCore, 'clock' | 'reporter' | 'reread'>,
  context: RequestContext,
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await request(state, context, signal, call)
  } catch (thrown) {
    if (!signal.aborted && toApiError(thrown).status === 403) void state.reread('session')
    throw thrown
  }
}
