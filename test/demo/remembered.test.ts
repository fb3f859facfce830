import { afterEach, expect, it, vi } from 'vitest'
import { remember, remembered } from '../../demo/src/account/remembered.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser's storage whose only value is the given text. */
const stubStorage = (text: string | null) =>
  vi.stubGlobal('localStorage', {
    getItem: () => text,
    setItem: (_: string, value: string) => stubStorage(value),
  })

it('what was kept of the account is read again', () => {
  const list = {
    account: { email: 'ada@acme.example', name: 'Ada' },
    companies: [{ id: 'acme', name: 'Acme' }],
  }
  stubStorage(null)
  remember(list)
  expect(remembered()).toEqual(list)
})

it.each([null, '', '{', '"x"', '7', '[]', '{"companies":{}}', '{"account":null,"companies":[]}'])(
  'a storage that contains %j remembers nobody',
  (text) => {
    stubStorage(text)
    expect(remembered()).toBeUndefined()
  },
)
