import { AbortedError } from './aborted-error.ts'

/** Stops waiting for a promise at once when the signal fires, whatever the work behind it makes of the signal. */
export function abortable<Value>(promise: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const abort = () => reject(new AbortedError(signal.reason))
    const settle = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
    promise.then(resolve, reject).finally(settle)
  })
}
