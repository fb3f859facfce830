/** Calls a function of the host. What it throws reaches the page's own error handling, and doesn't stop what follows. */
export function attempt(run: () => unknown): unknown {
  try {
    return run()
  } catch (thrown) {
    globalThis.reportError?.(thrown)
    return undefined
  }
}
