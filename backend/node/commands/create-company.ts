import type { DatabaseCommand } from './database-command.ts'
import { setUpCompany } from './set-up-company.ts'
import { textIn } from './text-in.ts'

/** Sets up a company with its administrator: `{ name, email, adminName?, password? }`. */
export const createCompany: DatabaseCommand = async (database, input) => {
  const [name = '', email = ''] = [textIn(input, 'name'), textIn(input, 'email')]
  const rest = { adminName: textIn(input, 'adminName'), password: textIn(input, 'password') }
  const made = await setUpCompany(database, { name, email, ...rest })
  return [
    `Created the company "${name}" (${made.id}) with the administrator ${email}.`,
    ...(made.isKnown ? ['The account already exists and keeps its password.'] : []),
    ...(made.password ? [`Password, shown only once: ${made.password}`] : []),
  ]
}
