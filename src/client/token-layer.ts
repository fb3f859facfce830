import { NetworkError } from './network-error.ts'
import type { Layer } from './pipeline.ts'
import { toApiError } from './to-api-error.ts'

/** Returns a bearer token, or nothing while no one is signed in. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>

type Token = Awaited<ReturnType<GetToken>>

/** A renewal that takes longer (ms) is started again by the next request that needs it. */
const longestRenewal = 30_000

/**
 * Sends the host's token. If it is refused, gets a newer one, once for all requests that were sent with the refused
 * token. If there is no newer token, the refusal is passed on, so that the host is notified of the sign-out. If the
 * network fails while the token is renewed, the request fails like any other whose network failed.
 */
export function tokenLayer(getToken: GetToken): Layer {
  let renewals = 0
  let renewed: Token
  let renewing: Promise<Token> | undefined
  let begun = 0

  async function renew(): Promise<Token> {
    try {
      renewed = await getToken()
    } catch (thrown) {
      if (isNetworkFailure(thrown)) throw new NetworkError(thrown)
      renewed = null
    }
    renewals += 1
    return renewed
  }

  function newerThan(sent: number): Token | Promise<Token> {
    if (renewals > sent) return renewed
    if (renewing && performance.now() - begun < longestRenewal) return renewing
    begun = performance.now()
    const renewal = renew().finally(() => {
      if (renewing === renewal) renewing = undefined
    })
    renewing = renewal
    return renewal
  }

  return async (request, next) => {
    const repeated = request.clone()
    const sent = renewals
    const response = await next(withToken(request, await tokenOf(getToken)))
    if (response.status !== 401) return response
    const token = await newerThan(sent)
    if (!token) return response
    await response.body?.cancel()
    return next(withToken(repeated, token))
  }
}

async function tokenOf(getToken: GetToken): Promise<Token> {
  try {
    return await getToken()
  } catch (thrown) {
    throw isNetworkFailure(thrown) ? new NetworkError(thrown) : thrown
  }
}

const isNetworkFailure = (thrown: unknown) =>
  ['network', 'offline', 'timeout', 'aborted'].includes(toApiError(thrown).code)

/** Adds the token. The error for one that no header can hold doesn't quote it, as the error of some platforms does. */
function withToken(request: Request, token: Token) {
  try {
    if (token) request.headers.set('Authorization', `Bearer ${token}`)
  } catch {
    throw new TypeError(
      'getToken must return text that a header can hold, such as a token in base64url (see docs/errors/unknown.md).',
    )
  }
  return request
}
