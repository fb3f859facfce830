import type { Store } from '../ports/store.ts'
import type { Written } from '../ports/write.ts'
import { emailKey } from '../text/email-key.ts'
import { decideAddUser } from './decide-add-user.ts'

/** A person whom a host adds to a company. */
export interface AddedPerson {
  email: string
  /** @default the email */
  name?: string
  /** @default the company's default role */
  roleId?: string
  /** @default none */
  teamIds?: string[]
}

/**
 * Adds a person to a company without an invitation, for hosts that add people themselves. A pending invitation to their
 * address ends as `joined_otherwise` in the same transaction.
 */
export async function addUser(
  store: Pick<Store, 'write' | 'catalogue'>,
  companyId: string,
  { email, name, roleId, teamIds = [] }: AddedPerson,
): Promise<Written<{ userId: string }>> {
  const roles = (await store.catalogue(companyId))?.roles ?? []
  const role = roles.find(({ id, isDefault }) => (roleId === undefined ? isDefault : id === roleId))
  if (!role) return { ok: false, refused: { code: 'role_not_found', params: { roleId: roleId ?? '' } } }
  const key = emailKey(email)
  const accountId = crypto.randomUUID()
  const user = { accountId, name: name?.trim() || email, email, roleId: role.id, teamIds }
  const id = crypto.randomUUID()
  return store.write(
    companyId,
    { id, fingerprint: '', actor: { kind: 'system', id: 'roster-backend' }, requestId: id },
    {
      userIds: [],
      invitations: { ids: [], keys: [key] },
      decide: (facts) => decideAddUser(crypto.randomUUID(), user, key)(facts, []),
    },
  )
}
