import type { DatabaseCommand } from './database-command.ts'
import { eraseUser } from './erase-user.ts'
import { textIn } from './text-in.ts'

/** Erases the personal data of a deleted user: `{ companyId, email }`. */
export const erase: DatabaseCommand = async (database, input) => {
  const [companyId = '', email = ''] = [textIn(input, 'companyId'), textIn(input, 'email')]
  const { userIds, isAccountDeleted } = await eraseUser(database, companyId, email)
  if (userIds.length === 0) return [`Erased the invitations to ${email}.`]
  return [
    `Erased the personal data of ${userIds.length === 1 ? 'the user' : 'the users'} ${userIds.join(', ')}.`,
    isAccountDeleted
      ? 'The account was deleted too, since it has no user in another company.'
      : 'The account was kept, since it has a user in another company.',
  ]
}
