/** A member of the service that we adapt. A member has several roles, and nothing counts its changes. */
export interface Member {
  id: string
  fullName: string
  email: string
  roles: string[]
  createdAt: string
}

/** What the service rejects with. */
export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** In place of your backend: a members service with one list, one write, and `owner` and `member` as permissions. */
export function createMembersService(me: string, members: Member[]) {
  const find = (id: string) => {
    const member = members.find((one) => one.id === id)
    if (!member) throw new ServiceError(404, `no member ${id}`)
    return member
  }
  return {
    whoAmI: async () => find(me),
    listMembers: async () => structuredClone(members),
    async setRoles(id: string, roles: string[]) {
      if (!find(me).roles.includes('owner')) throw new ServiceError(403, 'only owners may do this')
      const others = members.filter((member) => member.id !== id)
      const isLast = !others.some((member) => member.roles.includes('owner'))
      if (isLast && !roles.includes('owner')) throw new ServiceError(409, 'last owner')
      find(id).roles = roles
    },
  }
}

/** The service's client. */
export type MembersService = ReturnType<typeof createMembersService>
