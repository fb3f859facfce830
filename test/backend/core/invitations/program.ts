import { decideAccept } from '../../../../backend/core/invitations/decide-accept.ts'
import { createMemoryStore } from '../../../../backend/core/memory/create-memory-store.ts'
import { decideDelete } from '../../../../backend/core/rules/decide-delete.ts'
import { productPermissions } from '../../../../backend/core/rules/product-permissions.ts'
import { seededRandom } from '../../../../mocks/people/random.ts'
import { aCompanyThatInvites } from '../../suite/inviting.ts'

const minute = 60_000
const week = 7 * 86_400_000

/** What the model knows of an invitation. */
interface Known {
  id: string
  email: string
  generation: number
  expiresAt: number
  askedAt: number
  end: 'accepted' | 'deleted' | 'replaced' | null
}

/** Whether the store and a pure model of it say the same after each step of a random program. Returns what differs. */
export async function runProgram(seed: number, steps: number): Promise<string[]> {
  const random = seededRandom(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  let now = Date.UTC(2026, 0, 5)
  const store = createMemoryStore({ clock: () => now })
  const company = await aCompanyThatInvites({ store })
  const emails = ['a@model.example', 'b@model.example', 'c@model.example']
  const invitations: Known[] = []
  const users = new Map<string, string>()
  const differences: string[] = []
  const log: string[] = []
  const isPending = (one: Known) => !one.end && one.expiresAt > now
  const open = (email: string) => invitations.find((one) => one.email === email && !one.end)
  const expectThat = (isSo: boolean, what: string) => {
    if (!isSo) differences.push(`${what} after ${log.join(', ')}`)
  }

  async function invite(email: string) {
    const [result] = await company
      .invite([email.toUpperCase()])
      .catch(() => [{ ok: false as const, code: 'limit' }])
    const before = open(email)
    const isFree = !users.has(email) && !(before && isPending(before))
    if (result && !result.ok && ['limit', 'rate_limited'].includes(result.code)) return
    expectThat(Boolean(result?.ok) === isFree, `inviting ${email} is ${isFree ? 'possible' : 'refused'}`)
    if (!result?.ok) return
    if (before) before.end = 'replaced'
    const times = { askedAt: now, expiresAt: now + week }
    invitations.push({ id: result.id, email, generation: 1, end: null, ...times })
  }

  async function resend(one: Known) {
    const { ok } = await company.resend(one.id)
    const may = !one.end && now >= one.askedAt + minute && !users.has(one.email)
    if (may && !ok) return
    expectThat(ok === may, `resending is ${may ? 'possible' : 'refused'}`)
    if (ok) Object.assign(one, { generation: one.generation + 1, askedAt: now, expiresAt: now + week })
  }

  async function remove(one: Known) {
    const { ok } = await company.delete(one.id)
    const may = !one.end || one.end === 'deleted'
    expectThat(ok === may, `deleting is ${may ? 'possible' : 'refused'}`)
    if (ok) one.end = 'deleted'
  }

  async function accept(one: Known, generation: number) {
    const userId = `user-${log.length}`
    const person = { userId, accountId: `account-${one.email}`, name: '', email: one.email }
    const { ok } = await company.write({ ids: [one.id], keys: [] }, decideAccept(one.id, generation, person))
    const may = isPending(one) && generation === one.generation && !users.has(one.email)
    expectThat(ok === may, `accepting generation ${generation} is ${may ? 'possible' : 'refused'}`)
    if (!ok) return
    one.end = 'accepted'
    users.set(one.email, userId)
  }

  async function leave(email: string) {
    const userId = users.get(email)
    if (userId === undefined) return
    const rule = decideDelete(userId)
    await company.write({ ids: [], keys: [] }, (facts) => rule(facts, productPermissions), 'u1', [userId])
    users.delete(email)
  }

  for (let step = 0; step < steps; step++) {
    const email = emails[upTo(2)] ?? ''
    const one = invitations[upTo(Math.max(0, invitations.length - 1))]
    const act = upTo(6)
    log.push(`${act} ${one?.id.slice(0, 4) ?? ''} ${email[0]}`)
    if (act <= 1) await invite(email)
    else if (act === 2) now += upTo(1) ? minute : week / 2
    else if (act === 3 && one) await resend(one)
    else if (act === 4 && one) await remove(one)
    else if (act === 5 && one) await accept(one, one.generation - upTo(1))
    else if (act === 6) await leave(email)

    const page = await company.list()
    const listed = new Set(page.invitations.map(({ id }) => id))
    const expected = invitations.filter((known) => !known.end && known.expiresAt > now - 90 * 86_400_000)
    expectThat(
      page.total === expected.length && expected.every(({ id }) => listed.has(id)),
      'the list is the open ones',
    )
    expectThat(page.pending === expected.filter(isPending).length, 'as many are pending')
    const pendingEmails = page.invitations
      .filter(({ expiresAt }) => expiresAt.getTime() > now)
      .map(({ emailKey }) => emailKey)
    expectThat(
      new Set(pendingEmails).size === pendingEmails.length,
      'I1 one pending invitation to an address',
    )
    expectThat(
      pendingEmails.every((key) => !users.has(key)),
      'no user has a live link',
    )
    const found = await store.invitations.find(
      company.id,
      invitations.map(({ id }) => id),
    )
    expectThat(
      invitations.every((known) => (found.get(known.id)?.end?.as ?? null) === known.end),
      'I4 what has ended stays ended',
    )
    if (differences.length > 0) return differences
  }
  return differences
}
