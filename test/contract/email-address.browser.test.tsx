import { expect, it } from 'vitest'
import { parseEmailAddress } from '../../src/contract/email-address.ts'
import { invalid, valid } from './email-addresses.ts'

it('browsers read email addresses as the server does', () => {
  const read = (text: string) => {
    const reading = parseEmailAddress(text)
    return reading.ok ? reading.address.key : reading.fault
  }
  const table = [...valid, ...invalid]
  expect(table.map(([text]) => [text, read(text)])).toEqual(table)
})
