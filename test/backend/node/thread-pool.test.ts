import { expect, it, onTestFinished } from 'vitest'
import { webDigest } from '../../../backend/core/text/web-digest.ts'
import { nodeDigest } from '../../../backend/node/digest.ts'
import { createAccounts } from '../../../backend/node/identity/accounts.ts'
import { openIdentity } from './open-identity.ts'

it('a digest is the same by Web Crypto and by Node, which makes it at once', async () => {
  for (const text of ['', 'session x', 'ß😀'.repeat(1_000)]) {
    const digest = nodeDigest(text)
    expect(digest).toMatch(/^[\w-]{22}$/)
    expect(await webDigest(text)).toBe(digest)
  }
})

it('a member reads while strangers try passwords: no request waits for their hashes', async () => {
  const { cookie, session, store, database, one } = await openIdentity()
  onTestFinished(() => store.close())
  const held = await cookie()
  expect((await session(held, one)).status).toBe(200)
  // Slow enough to fill every thread for longer than the test waits.
  const slow = createAccounts(database, { N: 2 ** 17, r: 8, p: 1 })
  let isOver = false
  const strangers = Promise.allSettled(
    Array.from({ length: 24 }, (_, index) => slow.verify('nobody@one.example', 'wrong', `stranger ${index}`)),
  ).then((outcomes) => {
    isOver = true
    return outcomes
  })
  for (let again = 0; again < 5; again++) expect((await session(held, one)).status).toBe(200)
  expect(isOver).toBe(false)
  for (const outcome of await strangers) expect(outcome).toMatchObject({ status: 'fulfilled', value: null })
})
