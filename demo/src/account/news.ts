const channel = new BroadcastChannel('acme-account')

/** Informs the browser's other tabs that someone has signed in or out. */
export const tellTabs = () => channel.postMessage(null)

/**
 * Calls a listener when another tab has signed someone in or out, and when the tab is shown again, since it may have
 * been frozen. Returns a function that stops it.
 */
export function onAccountNews(listener: () => void) {
  const onVisible = () => {
    if (document.visibilityState === 'visible') listener()
  }
  channel.addEventListener('message', listener)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    channel.removeEventListener('message', listener)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
