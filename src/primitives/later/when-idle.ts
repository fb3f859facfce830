/** How long a browser without `requestIdleCallback` waits, in milliseconds. */
const soon = 1_000

/** How long a browser that is never idle waits, in milliseconds. */
const latest = 5_000

/** How long the page is left alone after its start, unless the person does something, in milliseconds. */
const start = 2_000

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/**
 * Runs a task before the person needs it: when the browser has nothing else to do, but not while the page starts. It
 * starts for two seconds, or until the person moves the pointer, presses a key or focuses something. Returns a function
 * that cancels the task.
 */
export function whenIdle(task: () => void): () => void {
  let cancel = () => {
    clearTimeout(timer)
    for (const sign of signs) removeEventListener(sign, begin, { capture: true })
  }
  const begin = () => {
    cancel()
    cancel = onceIdle(task)
  }
  const timer = setTimeout(begin, start)
  for (const sign of signs) addEventListener(sign, begin, { capture: true, passive: true })
  return () => cancel()
}

function onceIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(task, { timeout: latest })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(task, soon)
  return () => clearTimeout(timer)
}
