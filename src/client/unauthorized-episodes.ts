import type { ApiError } from './api-error.ts'

/** Why requests are refused: the refusal's code. */
export type UnauthorizedReason =
  | 'signed_out'
  | 'session_idle'
  | 'session_expired'
  | 'session_revoked'
  | (string & {})

/**
 * Tells once that the viewer is signed out, however many requests find out. An episode ends with the first success of a
 * request sent after it was reported; what was sent before that neither ends it nor begins another.
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
