import type { HttpHandler } from 'msw'
import { type SetupWorker, setupWorker } from 'msw/browser'

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
  const worker = setupWorker(...handlers)
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } })
  return worker
}
