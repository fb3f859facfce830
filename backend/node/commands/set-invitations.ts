import { readDomainRule } from '../../../src/contract/domain-rules.ts'
import { createSqlStore } from '../store/create-sql-store.ts'
import type { DatabaseCommand } from './database-command.ts'
import { InvitationsRefused } from './invitations-refused.ts'
import { textIn } from './text-in.ts'

/** Domain rules of a list with commas, in their canonical form. An empty list removes the rules. */
function rulesOf(list: string): string[] {
  const texts = list.split(',').map((text) => text.trim())
  return texts.filter(Boolean).map((text) => {
    const rule = readDomainRule(text)
    if (rule === undefined)
      throw new InvitationsRefused(
        `A rule must be a domain, such as example.com or *.example.com, got ${JSON.stringify(text)}.`,
      )
    return rule
  })
}

function seatsOf(text: string): number | null {
  if (text === 'none') return null
  if (!/^\d{1,7}$/.test(text))
    throw new InvitationsRefused(`The seats must be a whole number or "none", got ${JSON.stringify(text)}.`)
  return Number(text)
}

/**
 * Sets at which domains people may be invited, and the number of seats: `{ companyId, allow?, block?, seats? }`.
 * Settings that are left out don't change.
 */
export const setInvitations: DatabaseCommand = async (database, input) => {
  const companyId = textIn(input, 'companyId') ?? ''
  const [allow, block, seats] = [textIn(input, 'allow'), textIn(input, 'block'), textIn(input, 'seats')]
  const allowed = allow === undefined ? undefined : rulesOf(allow)
  const blocked = block === undefined ? undefined : rulesOf(block)
  const total = seats === undefined ? undefined : seatsOf(seats)
  const store = createSqlStore(database)
  if (!(await store.catalogue(companyId))) throw new InvitationsRefused(`There is no company "${companyId}".`)
  const { domains } = await store.invitations.settings(companyId)
  if (allowed || blocked)
    await store.invitations.setDomains(companyId, {
      allowedDomains: allowed ?? domains.allowedDomains,
      blockedDomains: blocked ?? domains.blockedDomains,
    })
  if (total !== undefined) await store.invitations.setSeats(companyId, total)
  const after = await store.invitations.settings(companyId)
  const listed = (rules: readonly string[] | undefined) => rules?.join(', ') || 'none'
  return [
    `Allowed domains: ${listed(after.domains.allowedDomains).replace(/^none$/, 'any')}.`,
    `Blocked domains: ${listed(after.domains.blockedDomains)}.`,
    `Seats: ${after.seats?.total ?? 'no limit'}.`,
  ]
}
