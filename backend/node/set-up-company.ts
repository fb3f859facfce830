import { randomBytes, randomUUID } from 'node:crypto'
import type { RoleRecord } from '../core/ports/records.ts'
import { productPermissions } from '../core/rules/product-permissions.ts'
import { emailKey } from './database/email-key.ts'
import type { Database } from './database/open.ts'
import { createAccounts } from './identity/accounts.ts'
import { createSqlStore } from './store/create-sql-store.ts'

/** A company to set up, with its administrator. */
export interface CompanySetup {
  name: string
  email: string
  /** @default the email */
  adminName?: string
  /** @default a new one, which is returned */
  password?: string
}

/** A company that was set up. */
export interface CompanyWithAdmin {
  id: string
  /** The password, if one was created. */
  password?: string
  /** Whether the account already existed. It keeps its password. */
  isKnown: boolean
}

/** A company that cannot be set up. The message is one sentence. */
export class CompanyRefused extends Error {
  override readonly name = 'CompanyRefused'
}

const shortest = 10
const email = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/

const ids = (...kinds: ('administrative' | 'operational')[]) =>
  productPermissions.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)

/** The roles of a new company. It can change all except Admin. */
const presetRoles = (): RoleRecord[] => [
  {
    id: randomUUID(),
    name: 'Admin',
    description: 'Has every permission.',
    type: 'company',
    permissions: ids('administrative', 'operational'),
    isDefault: false,
    isAdmin: true,
  },
  {
    id: randomUUID(),
    name: 'Agent',
    description: 'Does the daily work and has no administrative permissions.',
    type: 'team',
    permissions: ids('operational'),
    isDefault: true,
    isAdmin: false,
  },
]

function check({ name, email: address, password }: CompanySetup) {
  if (!name.trim() || name.length > 200)
    throw new CompanyRefused('The company name must have 1 to 200 characters.')
  if (!email.test(emailKey(address)))
    throw new CompanyRefused(`The email must be an email address, got "${address}".`)
  if (password !== undefined && password.length < shortest)
    throw new CompanyRefused(`The password must have at least ${shortest} characters.`)
}

/** Sets up a company with its preset roles and its administrator. Refuses a name that another company has. */
export async function setUpCompany(database: Database, company: CompanySetup): Promise<CompanyWithAdmin> {
  check(company)
  const name = company.name.trim()
  const { db } = database
  const twin = await db.selectFrom('companies').select('id').where('name', '=', name).executeTakeFirst()
  if (twin) throw new CompanyRefused(`A company named "${name}" already exists.`)

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
