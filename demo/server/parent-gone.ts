const interval = 250

/**
 * Resolves when the process that is the parent now is gone: a shell between npm and us dies of a signal that it does
 * not pass on. Called before a start, like `watchSignals`: a parent that is gone already cannot be seen to go.
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
