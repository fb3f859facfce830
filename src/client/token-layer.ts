import type { Layer } from './pipeline.ts'

/** A bearer token, or nothing while nobody is signed in. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>

/** Sends the host's token, and asks for a newer one where it was refused: once for all requests that wait for it. */
export function tokenLayer(getToken: GetToken): Layer {
  let renewal: Promise<string | null | undefined> | undefined
  const renew = () => {
    renewal ??= Promise.resolve(getToken()).finally(() => {
      renewal = undefined
    })
    return renewal
  }
  return async (request, next) => {
    const repeated = request.clone()
    const response = await next(withToken(request, await getToken()))
    if (response.status !== 401) return response
    const token = await renew()
    if (!token) return response
    await response.body?.cancel()
    return next(withToken(repeated, token))
  }
}

function withToken(request: Request, token: string | null | undefined) {
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}
