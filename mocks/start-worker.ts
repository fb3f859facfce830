import type { HttpHandler } from 'msw'
import type { SetupWorker } from 'msw/browser'

/** Where the service worker's file lies. */
export interface WorkerOptions {
  /** @default 'mockServiceWorker.js', beside the page */
  url?: string
}

/** Starts answering this page's requests by the handlers; what they do not know goes to the network. */
export async function startWorker(
  handlers: HttpHandler[],
  options: WorkerOptions = {},
): Promise<SetupWorker> {
  const { url = new URL('./mockServiceWorker.js', document.baseURI).pathname } = options
  // Node has no such entry, and may load everything else of this module.
  const { setupWorker } = await import('msw/browser')
  const worker = setupWorker(...handlers)
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } })
  return worker
}
