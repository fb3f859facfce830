import { addUser } from './add-user.ts'
import { createCompany } from './create-company.ts'
import { erase } from './erase.ts'
import { setInvitations } from './set-invitations.ts'

/** The commands that need the database, by the names that `roster-backend` gives them. */
export const databaseCommands = {
  'create-company': createCompany,
  'add-user': addUser,
  'set-invitations': setInvitations,
  erase,
}

/** A name of such a command. */
export type DatabaseCommandName = keyof typeof databaseCommands

/** Whether a text is one. */
export const isDatabaseCommand = (name: string): name is DatabaseCommandName =>
  Object.hasOwn(databaseCommands, name)
