/** Calls a function of the host. An error that it throws doesn't stop what follows. */
export function attempt(run: () => unknown): unknown {
  try {
    return run()
  } catch {
    return undefined
  }
}
