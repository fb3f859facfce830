/**
 * Calls a function with the elements whose size changed, and once for each when it begins. Where `ResizeObserver` is
 * missing, every change of the window's size counts. Returns a function that stops it.
 */
export function observeSize(
  elements: readonly Element[],
  onResize: (changed: readonly Element[]) => void,
): () => void {
  if (typeof ResizeObserver === 'function') {
    const observer = new ResizeObserver((entries) => onResize(entries.map(({ target }) => target)))
    for (const element of elements) observer.observe(element)
    return () => observer.disconnect()
  }
  const onWindow = () => onResize(elements)
  window.addEventListener('resize', onWindow)
  return () => window.removeEventListener('resize', onWindow)
}
