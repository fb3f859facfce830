import type { Layer } from './pipeline.ts'

/** Called with the revision of the idle logout policy. */
type Listener = (policyRev: string) => void

/** The revision of the company's idle logout policy, as responses name it. */
export interface PolicyNews {
  subscribe(listener: Listener): () => void
  /** Passes the revision in each response to the listeners. */
  layer: Layer
}

/** Reads from each response which idle logout policy is in force. */
export function policyNews(): PolicyNews {
  const listeners = new Set<Listener>()
  return {
    subscribe(listener) {
      const called: Listener = (rev) => listener(rev)
      listeners.add(called)
      return () => void listeners.delete(called)
    },
    async layer(request, next) {
      const response = await next(request)
      const rev = response.headers?.get('roster-idle-policy')
      if (rev) for (const listener of [...listeners]) queueMicrotask(() => listener(rev))
      return response
    },
  }
}
