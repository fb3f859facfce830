import { randomBytes, randomUUID } from 'node:crypto'
import type { RoleRecord } from '../../core/ports/records.ts'
import { productPermissions } from '../../core/rules/product-permissions.ts'
import type { Database } from '../database/database.ts'
import { insertPassword } from '../identity/insert-password.ts'
import { hashPassword } from '../identity/passwords.ts'
import { insertCompany } from '../store/insert-company.ts'
import { type CompanySetup, companySetupMistake } from './company-setup.ts'

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

/**
 * Sets up a company with its preset roles and its administrator, in one transaction: if it is killed half-way, nothing
 * is left. If two run at the same time with one new address, the first creates the account's password and the other
 * keeps it.
 */
export async function setUpCompany(database: Database, company: CompanySetup): Promise<CompanyWithAdmin> {
  const mistake = companySetupMistake(company)
  if (mistake) throw new CompanyRefused(mistake)
  const password = company.password ?? randomBytes(15).toString('base64url')
  const hash = await hashPassword(password)
  const roles = presetRoles()
  const email = company.email.normalize('NFKC').trim()
  const id = randomUUID()
  const newCompany = {
    company: { id, name: company.name.trim() },
    roles,
    teams: [],
    users: [
      {
        id: randomUUID(),
        accountId: randomUUID(),
        name: company.adminName?.trim() || email,
        email,
        roleId: roles[0]?.id ?? '',
        teamIds: [],
        joinedAt: new Date(),
        lastActiveAt: null,
      },
    ],
  }
  const isNew = await database.patient.transaction().execute(async (transaction) => {
    await insertCompany(transaction, newCompany)
    return insertPassword(transaction, email, hash)
  })
  return { id, isKnown: !isNew, ...(isNew && company.password === undefined && { password }) }
}
