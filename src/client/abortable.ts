import { AbortedError } from './aborted-error.ts'

/** Begins work unless the signal has fired, and stops waiting at once when it does, whatever the work makes of it. */
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
