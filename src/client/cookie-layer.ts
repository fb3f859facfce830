import type { HttpApiOptions } from './http-api-options.ts'
import type { Layer } from './pipeline.ts'
import { readProblem } from './read-problem.ts'

/** Whether requests carry the browser's cookies, and nothing else that identifies the sender. */
export const isByCookie = ({
  getToken,
  credentials,
  headers,
}: Pick<HttpApiOptions, 'getToken' | 'credentials' | 'headers'>): boolean =>
  !getToken && credentials !== 'omit' && !new Headers(headers).has('authorization')

/**
 * Repeats once a request that is refused as signed out: another tab may have signed in again in the meantime, which
 * replaces the cookie that all tabs share. It waits for `delay` milliseconds first, since that tab's response may still
 * be arriving.
 */
export const cookieLayer =
  (delay: number): Layer =>
  async (request, next) => {
    const repeated = request.clone()
    const response = await next(request)
    if (!(await isSignedOut(response))) return response
    await response.body?.cancel()
    await pause(delay, request.signal)
    return next(repeated)
  }

async function isSignedOut(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return readProblem(body)?.code === 'signed_out'
}

/** Waits for a time, or until the signal fires. The repetition then rejects immediately. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
