import { AbortedError } from './aborted-error.ts'

/**
 * Starts work unless the signal has fired. When the signal fires, it stops waiting immediately, even if the work goes
 * on.
 */
export async function abortable<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (!signal) return work()
  if (signal.aborted) throw new AbortedError(signal.reason)
  return new Promise((resolve, reject) => {
    const abort = () => reject(new AbortedError(signal.reason))
    signal.addEventListener('abort', abort, { once: true })
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
