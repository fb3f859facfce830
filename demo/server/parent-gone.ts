const interval = 250

/**
 * Resolves when the current parent process ends: a shell between npm and us ends by a signal without passing it on.
 * Call it before a start, like `watchSignals`, since a parent that has ended already can't be watched.
 */
export function parentGone(): Promise<void> {
  const parent = process.ppid
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      resolve()
    }, interval)
    watch.unref()
  })
}
