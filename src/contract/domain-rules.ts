import { asciiDomain } from './email-address.ts'

/** Which email domains a company allows and blocks. A rule is `example.org`, or `*.example.org` for its subdomains. */
export interface DomainRules {
  /** Only these domains are allowed. If it is missing or empty, every domain is. */
  allowedDomains?: readonly string[] | undefined
  blockedDomains?: readonly string[] | undefined
}

/**
 * Whether a domain is allowed. `rule` is the rule that blocks it. Without it, the domain isn't one of the allowed ones.
 */
export type DomainVerdict = { allowed: true } | { allowed: false; rule?: string }

/** Returns a rule in its canonical form, in ASCII and lower case, or undefined if it isn't one. */
export function readDomainRule(text: string): string | undefined {
  const [, below = '', host = ''] = /^(\*\.)?(.*)$/s.exec(text.trim().normalize('NFKC')) ?? []
  const domain = asciiDomain(host)
  return domain && below + domain
}

/**
 * Decides whether a domain is allowed. The domain is in ASCII and lower case, as in an `EmailAddress`. A blocking rule
 * wins.
 */
export function judgeDomain(
  { allowedDomains = [], blockedDomains = [] }: DomainRules,
  domain: string,
): DomainVerdict {
  const applies = (rule: string) => {
    const known = readDomainRule(rule)
    return known?.startsWith('*.') ? domain.endsWith(known.slice(1)) : known === domain
  }
  const rule = blockedDomains.find(applies)
  if (rule !== undefined) return { allowed: false, rule }
  return { allowed: allowedDomains.length === 0 || allowedDomains.some(applies) }
}
