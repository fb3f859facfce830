import { describe, expect, it } from 'vitest'
import { judgeDomain, readDomainRule } from '../../src/contract/domain-rules.ts'
import { readEmailAddress } from '../../src/contract/email-address.ts'

describe('a domain rule', () => {
  it.each([
    ['example.org', 'example.org'],
    [' Example.ORG ', 'example.org'],
    ['*.example.org', '*.example.org'],
    ['*.BÜCHER.example', '*.xn--bcher-kva.example'],
    ['exa\u00admple。org', 'example.org'],
    ['＊.example.org', '*.example.org'],
  ])('%j is kept as %s', (text, rule) => {
    expect(readDomainRule(text)).toBe(rule)
  })

  it.each([
    '',
    '*',
    '*.',
    'org',
    '*.org',
    '@example.org',
    'a*.example.org',
    '*.*.example.org',
    '127.0.0.1',
    'a b.org',
  ])('%j is invalid', (text) => {
    expect(readDomainRule(text)).toBeUndefined()
  })

  it.each([
    ['example.org', 'ada@example.org', true],
    ['example.org', 'ada@mail.example.org', false],
    ['example.org', 'ada@notexample.org', false],
    ['*.example.org', 'ada@mail.example.org', true],
    ['*.example.org', 'ada@a.b.example.org', true],
    ['*.example.org', 'ada@example.org', false],
    ['*.example.org', 'ada@notexample.org', false],
    ['BÜCHER.example', 'ada@xn--bcher-kva.example', true],
    // V13: every spelling of a blocked domain is blocked.
    ['example.org', 'ada@exa\u00admple.org', true],
    ['example.org', 'ada@example。org', true],
    ['example.org', 'ada@exa\u200bmple.org', true],
    ['example.org', 'ADA@Example.ORG', true],
    ['example.org', 'ada@ｅxample.org', true],
    ['example.org', 'ada@ⓔxample.org', true],
    ['not a rule', 'ada@example.org', false],
  ])('%s applies to %s: %s', (rule, email, applies) => {
    const domain = readEmailAddress(email)?.domain ?? ''
    const blocked = judgeDomain({ blockedDomains: ['other.org', rule] }, domain)
    expect(blocked).toEqual(applies ? { allowed: false, rule } : { allowed: true })
    expect(judgeDomain({ allowedDomains: [rule] }, domain)).toEqual({ allowed: applies })
  })

  it('that blocks wins over one that allows, and is named', () => {
    const rules = { allowedDomains: ['*.example.org'], blockedDomains: ['bad.example.org'] }
    expect(judgeDomain(rules, 'bad.example.org')).toEqual({ allowed: false, rule: 'bad.example.org' })
    expect(judgeDomain(rules, 'good.example.org')).toEqual({ allowed: true })
  })

  it('is not needed: without rules every domain is allowed', () => {
    expect(judgeDomain({}, 'example.org')).toEqual({ allowed: true })
    expect(judgeDomain({ allowedDomains: [] }, 'example.org')).toEqual({ allowed: true })
  })
})
