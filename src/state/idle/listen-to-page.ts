import { listen } from '../environment/listen.ts'
import type { IdleEnvironment } from './idle-environment.ts'

/** What happens at events of the page. */
interface PageListener {
  /** The page may have been away: it slept, was hidden, or was restored. */
  look(): void
  /** The page may not come back. */
  flush(): void
  /** Another window changed the storage. */
  onStorage(change: Event): void
  /** The page was shown or hidden. */
  onVisibility(): void
}

/** Listens to the page. Returns the functions that stop it. */
export function listenToPage(
  { window, document, visibility }: Pick<IdleEnvironment, 'window' | 'document' | 'visibility'>,
  { look, flush, onStorage, onVisibility }: PageListener,
): (() => void)[] {
  return [
    listen(window, ['focus', 'online', 'pageshow'], look),
    listen(window, ['storage'], onStorage),
    listen(window, ['pagehide'], flush),
    listen(document, ['freeze'], flush),
    listen(document, ['resume'], look),
    visibility.subscribe(() => {
      if (visibility.isVisible()) look()
      else flush()
      onVisibility()
    }),
  ]
}
