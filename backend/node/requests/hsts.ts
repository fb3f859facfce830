/** How long browsers remember to use only HTTPS (RFC 6797). */
export interface Hsts {
  /** Seconds. 0 makes browsers forget. */
  maxAge: number
  /** Whether it includes every subdomain. */
  includeSubdomains: boolean
}

/** The value of `Strict-Transport-Security`. */
export const hstsHeader = ({ maxAge, includeSubdomains }: Hsts): string =>
  `max-age=${maxAge}${includeSubdomains ? '; includeSubDomains' : ''}`
