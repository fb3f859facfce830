import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkKeysOf } from '../../../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens } from '../../../../backend/core/invitations/token.ts'

const secret = 'a secret of at least 32 characters'
const older = 'another secret of 32 or more characters'
const tokensOf = async (...secrets: [string, ...string[]]) =>
  createInvitationTokens(await linkKeysOf(secrets))

const uuid = '0190f3c2-7d0e-7cc0-9a64-5a4f5be1f3aa'
const invitation = { companyId: 'acme', invitationId: uuid, generation: 1 }
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

it('a token names its invitation, and is the same each time', async () => {
  const { write, read } = await tokensOf(secret)
  const token = await write(invitation)
  expect(token).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(await read(token)).toEqual(invitation)
  expect(await (await tokensOf(secret)).write(invitation)).toBe(token)
})

it('the token of two UUIDs fits into a short link', async () => {
  const { write } = await tokensOf(secret)
  expect((await write({ ...invitation, companyId: uuid })).length).toBeLessThan(110)
})

it('reads back any ids and generation', async () => {
  const { write, read } = await tokensOf(secret)
  const id = fc.oneof(
    fc.uuid(),
    fc.stringMatching(/^[A-Za-z0-9._~-]{1,128}$/).filter((text) => text !== '.' && text !== '..'),
  )
  const refs = fc.record({ companyId: id, invitationId: id, generation: fc.nat({ max: 2 ** 32 - 1 }) })
  await fc.assert(
    fc.asyncProperty(refs, async (ref) => {
      expect(await read(await write(ref))).toEqual(ref)
    }),
    { numRuns: 200, seed: 23 },
  )
})

it('refuses a token with any character changed, at each position', async () => {
  const { write, read } = await tokensOf(secret)
  const token = await write(invitation)
  const tampered = [...token].flatMap((own, at) =>
    [...alphabet]
      .filter((character) => character !== own)
      .map((character) => token.slice(0, at) + character + token.slice(at + 1)),
  )
  expect(tampered).toHaveLength(63 * token.length)
  const found = await Promise.all(tampered.map(async (text) => ((await read(text)) ? text : null)))
  expect(found.filter(Boolean)).toEqual([])
})

it('refuses a token in another letter case, at each position and as a whole', async () => {
  const { write, read } = await tokensOf(secret)
  const token = await write(invitation)
  const swap = (text: string) => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase())
  const cased = [...token].map((own, at) => token.slice(0, at) + swap(own) + token.slice(at + 1))
  for (const text of [...cased, token.toLowerCase(), token.toUpperCase()])
    expect(await read(text), text).toEqual(text === token ? invitation : null)
})

it('refuses a token with characters before, after or inside it, and one that is cut off', async () => {
  const { write, read } = await tokensOf(secret)
  const token = await write(invitation)
  const extra = ['=', '==', ' ', '\n', '.', '>', 'A', '-', '%20', '\u200b', '\0', token]
  const cuts = Array.from(token, (_, at) => token.slice(0, at))
  const spoilt = extra.flatMap((text) => [
    token + text,
    text + token,
    token.slice(0, 20) + text + token.slice(20),
  ])
  const standard = token.replaceAll('-', '+').replaceAll('_', '/')
  for (const text of [...spoilt, ...cuts, ...cuts.map((cut) => token.slice(cut.length + 1)), `${standard}+/`])
    expect(await read(text), JSON.stringify(text)).toBeNull()
  expect(await read('A'.repeat(1_000_000))).toBeNull()
})

it('only the canonical spelling counts: spare bits of the last character are zero', async () => {
  const { write, read } = await tokensOf(secret)
  const short = [1, 2, 3].map((length) => ({ ...invitation, companyId: 'c'.repeat(length) }))
  for (const ref of short) {
    const token = await write(ref)
    const last = alphabet.indexOf(token.at(-1) ?? '')
    for (let other = 0; other < 64; other++) {
      const text = token.slice(0, -1) + alphabet[other]
      const standard = text.replaceAll('-', '+').replaceAll('_', '/')
      if (other !== last) expect(await read(text), standard).toBeNull()
    }
  }
})

it('the same MAC is not valid for another company, invitation, generation or key', async () => {
  const { write, read } = await tokensOf(secret, older)
  const others = [
    { ...invitation, companyId: 'acmf' },
    { ...invitation, invitationId: uuid.replace('aa', 'ab') },
    { ...invitation, generation: 2 },
  ]
  const mac = (await write(invitation)).slice(-42)
  for (const other of others) {
    const token = await write(other)
    expect(await read(token)).toEqual(other)
    expect(await read(token.slice(0, -42) + mac)).toBeNull()
  }
  const signedByOlder = await (await tokensOf(older)).write(invitation)
  expect(await read(signedByOlder)).toEqual(invitation)
  expect(await read(signedByOlder.slice(0, -42) + mac)).toBeNull()
})

it('refuses what a MAC without its label would allow: a body signed as it is', async () => {
  const keys = await linkKeysOf([secret])
  const { write, read } = createInvitationTokens(keys)
  const token = await write(invitation)
  const bytes = Uint8Array.from(Buffer.from(token, 'base64url'))
  const body = bytes.slice(0, -32)
  const mac = await keys[0].hmac(body)
  expect(await read(Buffer.from([...body, ...mac]).toString('base64url'))).toBeNull()
})

it('rotation: links of the previous secret work until it is left out, and new ones use the current one', async () => {
  const sent = await (await tokensOf(older)).write(invitation)
  const rotating = await tokensOf(secret, older)
  expect(await rotating.read(sent)).toEqual(invitation)
  const renewed = await rotating.write(invitation)
  expect(renewed).not.toBe(sent)
  const rotated = await tokensOf(secret)
  expect(await rotated.read(renewed)).toEqual(invitation)
  expect(await rotated.read(sent)).toBeNull()
})

it('the id of a key reveals nothing that signs, and is in its links', async () => {
  const [key] = await linkKeysOf([secret])
  const token = await (await tokensOf(secret)).write(invitation)
  expect(key.id).toHaveLength(6)
  expect(Buffer.from(token, 'base64url').toString('latin1')).toContain(key.id)
  expect(key.id).not.toBe((await linkKeysOf([older]))[0].id)
})
