/** Calls a host's function after a change. Its error goes to the page, and doesn't change how the change has ended. */
export function callHost(hook: () => void) {
  try {
    hook()
  } catch (mistake) {
    queueMicrotask(() => {
      throw mistake
    })
  }
}
