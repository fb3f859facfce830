const interval = 250

/** Resolves when the parent process is gone: a shell between npm and us dies of a signal that it does not pass on. */
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
