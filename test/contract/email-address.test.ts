import { describe, expect, it } from 'vitest'
import { parseEmailAddress, readEmailAddress } from '../../src/contract/email-address.ts'
import { cpuTime } from '../cpu-time.ts'
import { invalid, valid } from './email-addresses.ts'

describe('an email address', () => {
  it.each(valid)('%j is compared as %s', (text, key) => {
    expect(readEmailAddress(text)?.key).toBe(key)
  })

  it.each(valid)('%j is read from its own canonical form as well', (text) => {
    const { address = '', key } = readEmailAddress(text) ?? {}
    expect(readEmailAddress(address)).toMatchObject({ address, key })
  })

  it('is shown as it was typed, and sent to its domain in ASCII', () => {
    expect(readEmailAddress(' Ada@Bücher.example\n')).toEqual({
      typed: 'Ada@Bücher.example',
      address: 'Ada@xn--bcher-kva.example',
      key: 'ada@xn--bcher-kva.example',
      domain: 'xn--bcher-kva.example',
    })
  })

  it.each(invalid)('%j is refused: %s', (text, fault) => {
    expect(parseEmailAddress(text)).toMatchObject({ ok: false, fault })
    expect(readEmailAddress(text)).toBeUndefined()
  })

  it.each([' ', '\u200b', '.', '@', 'x@', '?'])('with 100,000 times %j inside is read at once', (piece) => {
    const ms = cpuTime(() => {
      parseEmailAddress(`ada${piece.repeat(100_000)}x@x.org`)
      parseEmailAddress(`ada@x.org${piece.repeat(100_000)}x`)
    })
    expect(ms).toBeLessThan(8_000)
  })
})
