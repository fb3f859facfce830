/** Adds a listener for some events of a target that may be missing. Returns a function that removes it. */
export function listen(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | undefined,
  types: readonly string[],
  listener: (event: Event) => void,
): () => void {
  for (const type of types) target?.addEventListener(type, listener)
  return () => {
    for (const type of types) target?.removeEventListener(type, listener)
  }
}
