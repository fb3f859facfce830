import type { Permission } from '@aicx/roster/contract'
import type { Catalogue, RoleRecord, UserRecord } from '../ports/records.ts'

/** What a user's role allows. */
export interface Powers {
  holds(permission: string): boolean
  /** An administrative permission of a role that the user lacks. They may not assign that role or change its holders. */
  lackedOf(role: RoleRecord | undefined): string | undefined
}

/** The powers of a user. Without a known role, a user has no powers. */
export function powersOf(user: UserRecord, { roles }: Catalogue, product: readonly Permission[]): Powers {
  const own = roles.find(({ id }) => id === user.roleId)
  const holds = (permission: string) =>
    own !== undefined && (own.isAdmin || own.permissions.includes(permission))
  return {
    holds,
    lackedOf: (role) => administrativeOf(role, product).find((permission) => !holds(permission)),
  }
}

/** A role's administrative permissions. Permissions that the product does not list count as administrative. */
export function administrativeOf(role: RoleRecord | undefined, product: readonly Permission[]): string[] {
  const operational = new Set(product.filter(({ kind }) => kind === 'operational').map(({ id }) => id))
  const all = role?.isAdmin ? product.map(({ id }) => id) : (role?.permissions ?? [])
  return all.filter((id) => !operational.has(id))
}
