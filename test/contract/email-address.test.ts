import { describe, expect, it } from 'vitest'
import { readEmailAddress } from '../../src/contract/email-address.ts'

describe('an email address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    [' Ada.Lovelace+news@Example.ORG ', 'ada.lovelace+news@example.org'],
    ["o'brien_{x}@mail.example.org", "o'brien_{x}@mail.example.org"],
    ['ada＠ｅｘａｍｐｌｅ.org', 'ada@example.org'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['ada@example。org', 'ada@example.org'],
    ['ada@exa\u00admple.org', 'ada@example.org'],
    ['ada@exa\u200bmple.org', 'ada@example.org'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j is compared as %s', (text, key) => {
    expect(readEmailAddress(text)?.key).toBe(key)
  })

  it('is shown as it was typed, and sent to its domain in ASCII', () => {
    expect(readEmailAddress(' Ada@Bücher.example\n')).toEqual({
      typed: 'Ada@Bücher.example',
      address: 'Ada@xn--bcher-kva.example',
      key: 'ada@xn--bcher-kva.example',
    })
  })

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@example',
    'ada@example.',
    'ada@.org',
    'ada@exa mple.org',
    'a da@example.org',
    'ada\u0000@example.org',
    'ada\r\nBcc: eve@example.org',
    'ada@example.org\u0085x',
    'ad\u200ba@example.org',
    'ad\u202ea@example.org',
    '"ada"@example.org',
    'ada@eve@example.org',
    'ada..l@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'ädä@example.org',
    'ada@127.0.0.1',
    'ada@0x7f.1',
    'ada@1234',
    'ada@[127.0.0.1]',
    'ada@[::1]',
    'ada@example.org:25',
    'ada@example.org/x',
    'ada@example.org?x',
    'ada@exam%70le.org',
    'ada@-example.org',
    'ada@example-.org',
    'ada@ex_ample.org',
    'Ada <ada@example.org>',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'a.'.repeat(130)}org`,
  ])('%j is invalid', (text) => {
    expect(readEmailAddress(text)).toBeUndefined()
  })
})
