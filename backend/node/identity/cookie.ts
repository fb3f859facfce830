/** What a cookie is for. */
export type CookiePurpose = 'sign-in' | 'device'

/** The name of a cookie. Over HTTPS it binds the cookie to this host alone. */
export function cookieName(purpose: CookiePurpose, isHttps: boolean): string {
  const name = purpose === 'sign-in' ? 'roster' : 'roster-device'
  return isHttps ? `__Host-${name}` : name
}

/** The value of a request's cookie. Other cookies and malformed ones are ignored. */
export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** A `Set-Cookie` value that scripts cannot read and other sites cannot send. It lasts `maxAge` seconds. */
export function writeCookie(purpose: CookiePurpose, value: string, isHttps: boolean, maxAge: number): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`]
  if (isHttps) attributes.push('Secure')
  return [`${cookieName(purpose, isHttps)}=${value}`, ...attributes].join('; ')
}
