/** What a cookie is for. */
export type CookiePurpose = 'sign-in' | 'device'

/** The cookies of one deployment. */
export interface Cookies {
  /** The name of a cookie. Over HTTPS the name binds the cookie to this host. */
  name(purpose: CookiePurpose, isHttps: boolean): string
  /** The value of a request's cookie. Other cookies and malformed ones are ignored. */
  read(request: Request, purpose: CookiePurpose, isHttps: boolean): string | undefined
  /** A `Set-Cookie` value that scripts cannot read and other sites cannot send. It lasts `maxAge` seconds. */
  write(purpose: CookiePurpose, value: string, isHttps: boolean, maxAge: number): string
}

/** Cookies named after their deployment: a browser sends the cookies of a host to all of its ports. */
export function cookiesOf(deployment: string): Cookies {
  const names = { 'sign-in': `roster-${deployment}`, device: `roster-device-${deployment}` }
  const name = (purpose: CookiePurpose, isHttps: boolean) => `${isHttps ? '__Host-' : ''}${names[purpose]}`

  return {
    name,
    read(request, purpose, isHttps) {
      const start = `${name(purpose, isHttps)}=`
      const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
      return pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
    },
    write(purpose, value, isHttps, maxAge) {
      const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`]
      if (isHttps) attributes.push('Secure')
      return [`${name(purpose, isHttps)}=${value}`, ...attributes].join('; ')
    },
  }
}
