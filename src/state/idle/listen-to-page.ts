import { listen } from '../environment/listen.ts'
import type { IdleEnvironment } from './idle-environment.ts'

interface PageListeners {
  /** Called when the page may have been away, or another window has changed the storage. */
  onBack(): void
  /** Called when the page may not come back. */
  onLeave(): void
}

/** Listens to the page until the returned function is called. */
export function listenToPage(
  { window, document, visibility }: Pick<IdleEnvironment, 'window' | 'document' | 'visibility'>,
  { onBack, onLeave }: PageListeners,
): () => void {
  const removals = [
    listen(window, ['focus', 'online', 'pageshow', 'storage'], onBack),
    listen(window, ['pagehide'], onLeave),
    listen(document, ['freeze'], onLeave),
    listen(document, ['resume'], onBack),
    visibility.subscribe(() => (visibility.isVisible() ? onBack() : onLeave())),
  ]
  return () => {
    for (const remove of removals) remove()
  }
}
