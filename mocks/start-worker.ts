import type { HttpHandler } from 'msw'
import { type SetupWorker, setupWorker } from 'msw/browser'

/** Settings of the service worker. */
export interface WorkerOptions {
  /** The address of the service worker's file. @default '/mockServiceWorker.js', where `npx msw init` puts it */
  url?: string
}

/** Starts handling this page's requests. Requests that no handler matches go to the network. */
export async function startWorker(
  handlers: HttpHandler[],
  { url = '/mockServiceWorker.js' }: WorkerOptions = {},
): Promise<SetupWorker> {
  const worker = setupWorker(...handlers)
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } })
  return worker
}
