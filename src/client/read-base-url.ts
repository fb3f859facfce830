/** A fragment, a query, a user name, or a scheme without a host, as in `localhost:4000`. */
const unusable = /[?#]|^[^/]*\/\/[^/]*@|^[a-z][a-z\d+.-]*:(?!\/\/)/i

/**
 * The address that the paths of all requests are added to. Throws for one that would swallow them, or that no request
 * can be sent to. The message doesn't quote the value, since it may contain a password.
 */
export function readBaseUrl(baseUrl: string): string {
  const text = String(baseUrl ?? '?').trim()
  if (!unusable.test(text)) return text.replace(/\/+$/, '')
  throw new TypeError(
    'baseUrl must be an address such as https://api.example.com or a path such as /api, without a user name, query or fragment (see docs/invalid-base-url.md).',
  )
}
