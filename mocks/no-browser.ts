/** Replaces `startWorker` if a page is rendered on a server, so that a host can import it from any component. */
export async function startWorker(): Promise<never> {
  throw new Error(
    'startWorker needs a browser: it was called on a server. Call it in an effect, or pass the handlers to setupServer of msw/node.',
  )
}
