import { readEmailAddress } from '../../../src/contract/email-address.ts'
import { addUser as add } from '../../core/invitations/add-user.ts'
import { createSqlStore } from '../store/create-sql-store.ts'
import type { DatabaseCommand } from './database-command.ts'
import { InvitationsRefused } from './invitations-refused.ts'
import { textIn } from './text-in.ts'

const reasons: Record<string, string> = {
  already_user: 'The person is a user of the company already.',
  role_not_found: 'The company has no such role. Use the id of one of its roles.',
  seats_full: 'All seats of the company are taken.',
}

/** Adds a person to a company without an invitation: `{ companyId, email, name?, roleId? }`. */
export const addUser: DatabaseCommand = async (database, input) => {
  const [companyId = '', email = ''] = [textIn(input, 'companyId'), textIn(input, 'email')]
  if (!readEmailAddress(email))
    throw new InvitationsRefused(`The email must be an email address, got ${JSON.stringify(email)}.`)
  const store = createSqlStore(database)
  if (!(await store.catalogue(companyId))) throw new InvitationsRefused(`There is no company "${companyId}".`)
  const [name, roleId] = [textIn(input, 'name'), textIn(input, 'roleId')]
  const written = await add(store, companyId, { email, ...(name && { name }), ...(roleId && { roleId }) })
  if (!written.ok) throw new InvitationsRefused(reasons[written.refused.code] ?? written.refused.code)
  return [`Added ${email} (${written.answer.userId}).`]
}
