/** Calls a function of someone else. What it throws must not hold up what follows. */
export function attempt(run: () => unknown): unknown {
  try {
    return run()
  } catch {
    return undefined
  }
}
