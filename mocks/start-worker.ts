import type { HttpHandler } from 'msw'
import type { SetupWorker } from 'msw/browser'

/** Settings of the service worker. */
export interface WorkerOptions {
  /** The address of the service worker's file. @default 'mockServiceWorker.js', next to the page */
  url?: string
}

/** Starts handling this page's requests. Requests that no handler matches go to the network. */
export async function startWorker(
  handlers: HttpHandler[],
  options: WorkerOptions = {},
): Promise<SetupWorker> {
  const { url = new URL('./mockServiceWorker.js', document.baseURI).pathname } = options
  // Loaded here, as this entry does not exist in Node, which may import this module.
  const { setupWorker } = await import('msw/browser')
  const worker = setupWorker(...handlers)
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } })
  return worker
}
