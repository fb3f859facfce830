const loggable = /^[A-Za-z0-9._-]{1,64}$/

/** The request's id: the sender's if it can be logged as it is, otherwise a new one. */
export function requestIdOf(request: Request): string {
  const sent = request.headers.get('x-request-id') ?? ''
  return loggable.test(sent) ? sent : crypto.randomUUID()
}
