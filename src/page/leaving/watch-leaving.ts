/** Asks the person, and calls `go` if they leave. */
export type AskToLeave = (go: () => void) => void

/**
 * Calls `ask` when the person is about to leave the page by a link, or by *Back* or *Forward*. Closing or reloading the
 * page is asked about by the browser. Watches until the returned function is called.
 */
export function watchLeaving(ask: AskToLeave): () => void {
  const here = placeOf(location)
  // Missing in older browsers, where a router has moved before anyone can ask.
  const navigation = 'navigation' in window ? window.navigation : undefined
  let isLeaving = false

  const leave = (go: () => void) =>
    ask(() => {
      isLeaving = true
      go()
    })

  function onClick(event: MouseEvent) {
    const link = linkOf(event)
    if (isLeaving || !link || placeOf(new URL(link.href)) === here) return
    event.preventDefault()
    event.stopImmediatePropagation()
    leave(() => link.click())
  }

  function onNavigate(event: NavigateEvent) {
    const { navigationType, destination, cancelable } = event
    if (isLeaving || navigationType !== 'traverse' || !destination.sameDocument || !cancelable) return
    if (placeOf(new URL(destination.url)) === here) return
    event.preventDefault()
    leave(() => void navigation?.traverseTo(destination.key))
  }

  function onUnload(event: BeforeUnloadEvent) {
    if (!isLeaving) event.preventDefault()
  }

  addEventListener('click', onClick, true)
  navigation?.addEventListener('navigate', onNavigate)
  addEventListener('beforeunload', onUnload)
  return () => {
    removeEventListener('click', onClick, true)
    navigation?.removeEventListener('navigate', onNavigate)
    removeEventListener('beforeunload', onUnload)
  }
}

/** Some routers keep their path in the fragment. Other fragments are places on the same page. */
const placeOf = ({ origin, pathname, search, hash }: URL | Location) =>
  `${origin}${pathname}${search}${/^#[!/]/.test(hash) ? hash : ''}`

/** Returns the link that a click follows in this window. */
function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return undefined
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
  if (!link || !/^https?:/.test(link.href) || link.hasAttribute('download')) return undefined
  return link.target === '' || link.target === '_self' ? link : undefined
}
