import { describe, expect, it, onTestFinished } from 'vitest'
import { createSignInRecords } from '../../../backend/node/identity/sign-in-records.ts'
import { openIdentity } from './open-identity.ts'

async function opened() {
  const identity = await openIdentity()
  onTestFinished(() => identity.store.close())
  const records = createSignInRecords(identity.database, 60)
  const open = async (accountId: string) => {
    const secret = await records.open(accountId)
    const found = await records.find(secret)
    if (!found) throw new Error('the sign-in is not found')
    return { secret, ...found }
  }
  const rows = () =>
    identity.database.db
      .selectFrom('sign_ins')
      .select(['id', 'account_id', 'created_at', 'expires_at', 'ended_at'])
      .execute()
  return { ...identity, records, open, rows }
}

describe('a sign-in', () => {
  it('is only found by its secret, with its account and its absolute limit', async () => {
    const { records, open, rows } = await opened()
    const { secret, account, signIn } = await open('ada')
    const [row] = await rows()
    expect(account).toEqual({ id: 'ada', email: 'Ada@one.example', name: 'u1', emailVerified: true })
    expect(signIn).toMatchObject({ id: row?.id, accountId: 'ada', expiresAt: row?.expires_at })
    expect((row?.expires_at.getTime() ?? 0) - (row?.created_at.getTime() ?? 0)).toBe(60_000)
    for (const other of [undefined, '', 'x', `${secret}x`, secret.toLowerCase(), row?.id])
      expect(await records.find(other)).toBeNull()
  })

  it('is renewed once by the same secret, and never after its end or its limit', async () => {
    const { records, open, advance, rows } = await opened()
    const [one, ended, expired] = [await open('ada'), await open('ada'), await open('bob')]
    await records.end(ended.signIn)
    const renewed = await Promise.all([records.renew(one.secret), records.renew(one.secret)])
    expect(renewed.filter(Boolean)).toHaveLength(1)
    expect(await records.find(one.secret)).toBeNull()
    expect(await records.find(renewed.find(Boolean)?.secret)).toMatchObject({ signIn: { id: one.signIn.id } })
    for (const secret of [one.secret, ended.secret, undefined, 'x'])
      expect(await records.renew(secret)).toBeNull()
    await advance(61_000)
    expect(await records.renew(expired.secret)).toBeNull()
    expect(await rows()).toHaveLength(3)
  })

  it('ends without any other of its account or of another account', async () => {
    const { records, open } = await opened()
    const [one, two, bob] = [await open('ada'), await open('ada'), await open('bob')]
    await records.end(one.signIn)
    expect(await records.find(one.secret)).toBeNull()
    expect(await records.find(two.secret)).toMatchObject({ account: { id: 'ada' } })
    expect(await records.find(bob.secret)).toMatchObject({ account: { id: 'bob' } })
  })

  it('ends with its sessions in every company, and no session of another', async () => {
    const { records, open, store, one, two } = await opened()
    const [mine, elsewhere, bob] = [await open('ada'), await open('ada'), await open('bob')]
    for (const company of [one, two])
      for (const { signIn } of [mine, elsewhere]) await store.admit(company, signIn)
    await store.admit(one, bob.signIn)
    await records.end(mine.signIn)
    const reason = async (company: string, { signIn }: typeof mine) =>
      (await store.admit(company, signIn))?.session.endReason
    expect([await reason(one, mine), await reason(two, mine)]).toEqual(['signed_out', 'signed_out'])
    expect([await reason(one, elsewhere), await reason(two, elsewhere)]).toEqual([null, null])
    expect(await reason(one, bob)).toBeNull()
    await records.endAll('ada')
    expect([await reason(one, elsewhere), await reason(two, elsewhere)]).toEqual(['signed_out', 'signed_out'])
    expect(await reason(one, bob)).toBeNull()
    expect(await records.find(elsewhere.secret)).toBeNull()
    expect(await records.find(bob.secret)).toMatchObject({ signIn: bob.signIn })
  })

  it('ends its sessions with an audit entry of each, by their user and the request', async () => {
    const { records, open, store, database, one, two } = await opened()
    const [mine, elsewhere] = [await open('ada'), await open('ada')]
    for (const company of [one, two]) await store.admit(company, mine.signIn)
    await store.admit(one, elsewhere.signIn)
    const audited = () =>
      database.db
        .selectFrom('audit')
        .select(['company_id', 'action', 'actor_kind', 'actor_id', 'target_id', 'after', 'request_id'])
        .where('action', '=', 'end_session')
        .orderBy('company_id')
        .execute()
    await records.end(mine.signIn, 'request-1')
    await records.end(mine.signIn, 'request-2')
    const entries = await audited()
    expect(entries.map(({ company_id }) => company_id)).toEqual([one, two].sort())
    for (const { actor_id, target_id, ...entry } of entries) {
      expect(actor_id).toBe(target_id)
      expect(entry).toMatchObject({
        actor_kind: 'user',
        after: { reason: 'signed_out' },
        request_id: 'request-1',
      })
    }
    await records.endAll('ada')
    expect(await audited()).toHaveLength(3)
  })

  it('leaves the reason and the time of what had ended before', async () => {
    const { records, open, store, rows, advance, one } = await opened()
    const { signIn } = await open('ada')
    const session = (await store.admit(one, signIn))?.session
    await store.endSession(one, session?.id ?? '', 'idle')
    const before = (await store.admit(one, signIn))?.session
    await advance(1_000)
    await records.end(signIn)
    const [ended] = await rows()
    expect(ended?.ended_at).not.toBeNull()
    await advance(1_000)
    await records.end(signIn)
    await records.endAll('ada')
    expect((await store.admit(one, signIn))?.session).toEqual(before)
    expect(before).toMatchObject({ endReason: 'idle' })
    expect(await rows()).toEqual([ended])
  })
})
