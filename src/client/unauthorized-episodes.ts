import type { ApiError } from './api-error.ts'

/** Why requests are refused: the refusal's code. */
export type UnauthorizedReason =
  | 'signed_out'
  | 'session_idle'
  | 'session_expired'
  | 'session_revoked'
  | (string & {})

/**
 * Reports once that the viewer is signed out, even if many requests are refused. An episode ends when a request
 * succeeds that was sent after the report. Requests that were sent before it neither end the episode nor start another.
 */
export function unauthorizedEpisodes(tell: (reason: UnauthorizedReason) => void = () => {}) {
  let sent = 0
  let toldAt = 0
  let open = false
  return {
    /** Numbers a request that is about to be sent. */
    begin: () => ++sent,
    succeeded(request: number) {
      if (request > toldAt) open = false
    },
    failed(request: number, error: ApiError) {
      if (error.status !== 401 || open || request <= toldAt) return
      open = true
      toldAt = sent
      queueMicrotask(() => tell(error.code))
    },
  }
}
