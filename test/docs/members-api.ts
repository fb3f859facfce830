import { ApiError, type RosterApi } from '@aicx/roster/client'
import {
  type Action,
  noCapabilities,
  noUserActions,
  type Role,
  type RoleRef,
  type User,
  type UsersQuery,
} from '@aicx/roster/contract'
import { type Member, type MembersService, ServiceError } from './members-service.ts'

const roles = [
  { id: 'owner', name: 'Owner', description: 'Everything, including members.' },
  { id: 'editor', name: 'Editor', description: 'Writes and publishes.' },
  { id: 'member', name: 'Member', description: 'Reads.' },
]

/** Combines several roles into one: its id is made of their ids, and its name of their names. */
function toRole(ids: readonly string[]): RoleRef {
  const held = roles.filter(({ id }) => ids.includes(id))
  return { id: held.map(({ id }) => id).join('.') || 'none', name: held.map(({ name }) => name).join(', ') }
}

/** The value that a change must not overwrite serves as the version. Here it is the roles. */
const versionOf = (member: Member) => toRole(member.roles).id

const allowed: Action = { allowed: true }
const forOwners: Action = { allowed: false, reason: 'owners_only', message: 'Only owners change members.' }
const unsupported: Action = { allowed: false, reason: 'unsupported' }

/** A member as a user. What the service doesn't know, such as teams and the last activity, is left out. */
function toUser(member: Member, isOwner: boolean): User {
  return {
    id: member.id,
    name: member.fullName,
    email: member.email,
    role: toRole(member.roles),
    joinedAt: member.createdAt,
    version: versionOf(member),
    actions: { ...noUserActions, changeRole: isOwner ? allowed : forOwners },
  }
}

/** Searches, filters and sorts a list that the service returns whole. */
function select(users: readonly User[], { search = '', roleIds = [], sort = 'name' }: UsersQuery): User[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const terms = plain(search).split(/\s+/)
  const key = ({ name, email, joinedAt = '' }: User) =>
    sort.endsWith('joined') ? joinedAt : plain(name || email)
  const found = users.filter(({ name, email, role }) => {
    const ids = [role.id, ...role.id.split('.')]
    const isOfRole = roleIds.length === 0 || ids.some((id) => roleIds.includes(id))
    return isOfRole && terms.every((term) => plain(`${name} ${email}`).includes(term))
  })
  const sorted = found.toSorted((a, b) => key(a).localeCompare(key(b)) || a.id.localeCompare(b.id))
  return sort.startsWith('-') ? sorted.reverse() : sorted
}

/** Calls the service, and translates its errors into `ApiError`s. */
async function translated<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (thrown) {
    if (!(thrown instanceof ServiceError)) throw thrown
    const { status, message } = thrown
    const code = { 401: 'signed_out', 403: 'missing_permission', 404: 'not_found', 409: 'last_admin' }[status]
    const details = {
      status,
      cause: thrown,
      ...(status === 409 && { reason: 'last_admin', params: { role: 'Owner' } }),
    }
    throw new ApiError(code ?? 'unknown', message, details)
  }
}

/** The members of one company as a port. */
export function createMembersApi(service: MembersService, company: string): RosterApi {
  const isOwner = async () => (await service.whoAmI()).roles.includes('owner')
  const read = async (id: string) => {
    const member = (await service.listMembers()).find((one) => one.id === id)
    if (!member) throw new ServiceError(404, `no member ${id}`)
    return member
  }

  return {
    company,
    session: {
      get: () =>
        translated(async () => {
          const { id, fullName, email, roles: held } = await service.whoAmI()
          return {
            sessionKey: id,
            viewer: {
              id,
              name: fullName,
              email,
              role: toRole(held),
              actions: { manageUsers: allowed, invite: unsupported },
            },
            company: { id: company, name: 'Acme' },
            companies: [],
            capabilities: {
              ...noCapabilities,
              search: true,
              sorts: ['name', 'joined'],
              filters: ['role'],
              changeRole: true,
            },
          }
        }),
    },
    users: {
      list: ({ offset = 0, limit = 50, ...query }) =>
        translated(async () => {
          const owner = await isOwner()
          const users = (await service.listMembers()).map((member) => toUser(member, owner))
          const found = select(users, query)
          return { rows: found.slice(offset, offset + limit), offset, total: found.length, totalIs: 'exact' }
        }),
      get: (id) => translated(async () => toUser(await read(id), await isOwner())),
      changeRole: (id, roleId, { version }) =>
        translated(async () => {
          const before = await read(id)
          if (versionOf(before) !== version)
            throw new ApiError('version_mismatch', 'The roles have changed.', {
              status: 412,
              current: toUser(before, true),
            })
          await service.setRoles(id, roleId.split('.'))
          return toUser(await read(id), true)
        }),
    },
    roles: {
      list: () =>
        translated(async () => {
          const assign = (await isOwner()) ? allowed : forOwners
          const held = (await service.listMembers()).map((member) => toRole(member.roles))
          const combined = held
            .filter(({ id }) => id.includes('.'))
            .map((role) => ({ ...role, description: '' }))
          const all = new Map([...roles, ...combined].map((role) => [role.id, role]))
          return {
            roles: [...all.values()].map(
              (role): Role => ({
                ...role,
                type: 'company',
                permissions: [],
                isDefault: role.id === 'member',
                actions: { assign },
              }),
            ),
          }
        }),
    },
  }
}
