/** Asks the person, and calls `go` if they leave. */
export type AskToLeave = (go: () => void) => void

/**
 * Calls `ask` when the person is about to leave the page by a link, or by *Back* or *Forward*. Closing or reloading the
 * page is asked about by the browser. Watches until the returned function is called.
 */
export function watchLeaving(ask: AskToLeave): () => void {
  const here = placeOf(location)
  const indexHere = historyIndex()
  let isLeaving = false
  let isReturning = false

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

  /** The browser has moved already. It moves back before the host's router notices. */
  function onMove(event: PopStateEvent) {
    if (!event.isTrusted || isLeaving) return
    if (isReturning) {
      isReturning = false
      return event.stopImmediatePropagation()
    }
    if (placeOf(location) === here) return
    event.stopImmediatePropagation()
    const steps = indexHere - historyIndex() || 1
    isReturning = true
    history.go(steps)
    leave(() => history.go(-steps))
  }

  function onUnload(event: BeforeUnloadEvent) {
    if (!isLeaving) event.preventDefault()
  }

  addEventListener('click', onClick, true)
  addEventListener('popstate', onMove, true)
  addEventListener('beforeunload', onUnload)
  return () => {
    removeEventListener('click', onClick, true)
    removeEventListener('popstate', onMove, true)
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

/** The position in the browser's history. Without it, going back is assumed. */
function historyIndex(): number {
  const navigation: unknown = Reflect.get(globalThis, 'navigation')
  const entry: unknown =
    typeof navigation === 'object' && navigation !== null
      ? Reflect.get(navigation, 'currentEntry')
      : undefined
  const index: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'index') : undefined
  return typeof index === 'number' ? index : 0
}
