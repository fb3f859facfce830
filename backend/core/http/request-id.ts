const sane = /^[A-Za-z0-9._-]{1,64}$/

/** The request's id: the sender's, where it is fit for a log, or a new one. */
export function requestIdOf(request: Request): string {
  const sent = request.headers.get('x-request-id') ?? ''
  return sane.test(sent) ? sent : crypto.randomUUID()
}
