/** Calls a host's callback. What it throws reaches the page's own error handling, and stops nothing. */
export async function callHost(call: () => unknown): Promise<void> {
  try {
    await call()
  } catch (thrown) {
    reportError(thrown)
  }
}
