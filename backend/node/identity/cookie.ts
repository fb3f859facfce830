/** The sign-in's cookie. Over HTTPS its name binds it to this host alone. */
export const cookieName = (isHttps: boolean) => (isHttps ? '__Host-roster' : 'roster')

/** The value of a request's cookie; whatever else the header holds is passed over. */
export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** A `Set-Cookie` value that scripts cannot read and other sites cannot send along with their requests. */
export function writeCookie(value: string, isHttps: boolean, maxAge: number): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`]
  if (isHttps) attributes.push('Secure')
  return [`${cookieName(isHttps)}=${value}`, ...attributes].join('; ')
}
