/** How long a browser without `requestIdleCallback` waits, in milliseconds. */
const soon = 1_000

/** How long a browser that is never idle waits, in milliseconds. */
const latest = 5_000

/** Runs a task when the browser has nothing else to do. Returns a function that cancels it. */
export function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(task, { timeout: latest })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(task, soon)
  return () => clearTimeout(timer)
}
