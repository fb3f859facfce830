/** Throws an error of a host's function on its own, so that it reaches the page's error handling and stops nothing of ours. */
export function throwLater(mistake: unknown): void {
  queueMicrotask(() => {
    throw mistake
  })
}
