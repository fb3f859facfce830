import { asciiDomain } from './email-address.ts'

/** Which email domains a company allows and blocks. A rule is `example.org` or, for what is below it, `*.example.org`. */
export interface DomainRules {
  /** Only these; every domain if it is missing or empty. */
  allowedDomains?: readonly string[] | undefined
  blockedDomains?: readonly string[] | undefined
}

/** What the rules say about a domain. `rule` is the one that blocks it; without one, the allowed ones leave it out. */
export type DomainVerdict = { allowed: true } | { allowed: false; rule?: string }

/** Returns a rule in its canonical form, in ASCII and lower case, or undefined if it isn't one. */
export function readDomainRule(text: string): string | undefined {
  const [, below = '', host = ''] = /^(\*\.)?(.*)$/s.exec(text.trim().normalize('NFKC')) ?? []
  const domain = asciiDomain(host)
  return domain && below + domain
}

/** Judges a domain, which is in ASCII and lower case as in an `EmailAddress`. A blocking rule wins. */
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
