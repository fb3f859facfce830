import type { Capabilities } from '../contract/capabilities.ts'
import type { Session } from '../contract/session.ts'
import { abortable } from './abortable.ts'
import { isApiError } from './is-api-error.ts'
import type { RequestOptions } from './request-options.ts'

/** Reads the session, and remembers from the latest one what the server announces. */
export function capabilityMemory(load: (options?: RequestOptions) => Promise<Session>) {
  let known: Capabilities | undefined
  let latest: Promise<Session> | undefined

  async function session(options?: RequestOptions): Promise<Session> {
    const loading = load(options)
    latest = loading
    try {
      const answer = await loading
      if (latest === loading) known = answer.capabilities
      return answer
    } finally {
      if (latest === loading) latest = undefined
    }
  }

  /**
   * A load in progress serves every caller that waits for it. If the caller that started it aborts it, the others start
   * a new one.
   */
  async function shared(): Promise<Capabilities> {
    try {
      return (await (latest ?? session())).capabilities
    } catch (error) {
      if (isApiError(error) && error.code === 'aborted') return known ?? shared()
      throw error
    }
  }

  return {
    session,
    /** What the server announces, from memory where possible. */
    announced: async ({ signal }: RequestOptions = {}) => known ?? abortable(shared, signal),
  }
}
