import type { Kysely } from 'kysely'
import type { Store } from '../../backend/core/ports/store.ts'
import type { Accounts } from '../../backend/node/identity/accounts.ts'
import { seededRandom } from '../../mocks/people/random.ts'
import type { DemoSchema } from '../server/conversations/tables.ts'
import { namedAccounts } from './accounts.ts'
import { companies } from './companies.ts'
import { conversationsOf } from './conversations.ts'
import { invitationsOf } from './invitations.ts'
import { type Member, membersOf } from './members.ts'
import { seedPresence } from './presence.ts'

/** The database to fill. */
export interface SeedTarget {
  store: Store
  db: Kysely<DemoSchema>
  accounts: Pick<Accounts, 'setPassword'>
}

const guestCount = 12
const batch = 500

/**
 * Fills a database with the demo's companies: the same people and texts every time, up to `now`. What an earlier call
 * wrote before it was interrupted stays.
 */
export async function seed({ store, db, accounts }: SeedTarget, now: Date): Promise<void> {
  const random = seededRandom(1_204)
  let guests: Member[] = []
  for (const company of companies) {
    const { id, name, teams } = company
    const roles = company.roles.map(({ share, ...role }) => role)
    const users = membersOf(company, guests, now, random)
    if (!(await store.catalogue(id)))
      await store.createCompany({
        company: { id, name },
        roles,
        teams,
        users,
        invitations: id === 'acme' ? invitationsOf(company, users, now) : [],
      })
    await seedPresence(db, id, users, now)
    const { conversations, messages } = conversationsOf(company, users, now, random)
    await db
      .insertInto('demo_conversations')
      .values(conversations)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (let from = 0; from < messages.length; from += batch)
      await db
        .insertInto('demo_messages')
        .values(messages.slice(from, from + batch))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    guests = users.filter(({ lastActiveAt }) => lastActiveAt).slice(-guestCount)
  }
  for (const { email, password } of namedAccounts) await accounts.setPassword(email, password)
}
