import { expect, it, onTestFinished } from 'vitest'
import { openIdentity } from './open-identity.ts'

async function opened() {
  const identity = await openIdentity()
  onTestFinished(() => identity.store.close())
  return identity.accounts
}

it('a newer password replaces the older one', async () => {
  const accounts = await opened()
  await accounts.setPassword('ada@one.example', 'newer password')
  expect(await accounts.verify('ada@one.example', 'newer password')).toEqual({ id: 'ada' })
  expect(await accounts.verify('ada@one.example', 'right password')).toBeNull()
})

it('a password is set for one account, and for no unknown email', async () => {
  const accounts = await opened()
  await accounts.setPassword('bob@one.example', 'another password')
  expect(await accounts.verify('bob@one.example', 'another password')).toEqual({ id: 'bob' })
  expect(await accounts.verify('ada@one.example', 'another password')).toBeNull()
  expect(await accounts.verify('bob@one.example', 'right password')).toBeNull()
  await expect(accounts.setPassword('nobody@one.example', 'some password')).rejects.toThrow(
    'nobody@one.example',
  )
})

it('an account without a password differs from one with a password, and no password opens it', async () => {
  const accounts = await opened()
  const emails = ['ADA＠one.example', 'bob@one.example', 'nobody@one.example']
  expect(await Promise.all(emails.map(accounts.hasPassword))).toEqual([true, false, false])
  // Unknown emails are compared with the hash of the empty password.
  for (const email of emails) expect(await accounts.verify(email, '')).toBeNull()
})
