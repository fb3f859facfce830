import { randomBytes, randomUUID } from 'node:crypto'
import type { RoleRecord } from '../core/ports/records.ts'
import { productPermissions } from '../core/rules/product-permissions.ts'
import { emailKey } from './database/email-key.ts'
import type { Database } from './database/open.ts'
import { createAccounts } from './identity/accounts.ts'
import { createSqlStore } from './store/create-sql-store.ts'

export interface CompanySetup {
  name: string
  email: string
  /** @default the email */
  adminName?: string
  /** @default a new one, which is answered */
  password?: string
}

export interface CompanyWithAdmin {
  id: string
  /** Where one was made. */
  password?: string
  /** Whether the account was known, and keeps its password. */
  isKnown: boolean
}

/** A company that cannot be made; the message is one sentence. */
export class CompanyRefused extends Error {
  override readonly name = 'CompanyRefused'
}

const shortest = 10
const email = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/

const ids = (...kinds: ('administrative' | 'operational')[]) =>
  productPermissions.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)

/** The roles that a company begins with; it changes all but Admin. */
const presetRoles = (): RoleRecord[] => [
  {
    id: randomUUID(),
    name: 'Admin',
    description: 'Holds every permission.',
    type: 'company',
    permissions: ids('administrative', 'operational'),
    isDefault: false,
    isAdmin: true,
  },
  {
    id: randomUUID(),
    name: 'Agent',
    description: 'Does the daily work, and administers nothing.',
    type: 'team',
    permissions: ids('operational'),
    isDefault: true,
    isAdmin: false,
  },
]

function check({ name, email: address, password }: CompanySetup) {
  if (!name.trim() || name.length > 200)
    throw new CompanyRefused('A company needs a name of 1 to 200 characters.')
  if (!email.test(emailKey(address))) throw new CompanyRefused(`"${address}" is no email address.`)
  if (password !== undefined && password.length < shortest)
    throw new CompanyRefused(`The password needs ${shortest} characters or more.`)
}

/** Makes a company with its preset roles and its admin; a second one of the same name is refused. */
export async function setUpCompany(database: Database, company: CompanySetup): Promise<CompanyWithAdmin> {
  check(company)
  const name = company.name.trim()
  const { db } = database
  const twin = await db.selectFrom('companies').select('id').where('name', '=', name).executeTakeFirst()
  if (twin) throw new CompanyRefused(`There is a company named "${name}" already.`)

  const accounts = createAccounts(database)
  const isKnown = await accounts.hasPassword(company.email)
  const roles = presetRoles()
  const address = company.email.normalize('NFKC').trim()
  const now = new Date()
  const id = randomUUID()
  await createSqlStore(database).createCompany({
    company: { id, name },
    roles,
    teams: [],
    users: [
      {
        id: randomUUID(),
        accountId: randomUUID(),
        name: company.adminName?.trim() || address,
        email: address,
        roleId: roles[0]?.id ?? '',
        teamIds: [],
        joinedAt: now,
        lastActiveAt: null,
      },
    ],
  })
  if (isKnown) return { id, isKnown }
  const password = company.password ?? randomBytes(15).toString('base64url')
  await accounts.setPassword(address, password)
  return { id, isKnown, ...(company.password === undefined && { password }) }
}
