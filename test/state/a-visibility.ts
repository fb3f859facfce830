/** A page that a test hides and shows. */
export function aVisibility() {
  let isVisible = true
  const watchers = new Set<() => void>()
  return {
    visibility: {
      isVisible: () => isVisible,
      subscribe(listener: () => void) {
        watchers.add(listener)
        return () => void watchers.delete(listener)
      },
    },
    show(visible: boolean) {
      isVisible = visible
      for (const watcher of watchers) watcher()
    },
  }
}
