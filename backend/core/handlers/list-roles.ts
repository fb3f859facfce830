import type { Handler } from '../http/call.ts'
import { byName } from '../text/by-name.ts'

export const listRoles: Handler<'listRoles'> = async ({ place }, { store, permissions }) => {
  const { byRole } = await store.counts(place.company.id)
  const { true: admin = [], false: others = [] } = Object.groupBy(
    place.catalogue.roles,
    ({ isAdmin }) => `${isAdmin}`,
  )
  return {
    roles: [...byName(admin), ...byName(others)].map(({ isAdmin, ...role }) => ({
      ...role,
      permissions: isAdmin ? permissions.map(({ id }) => id) : role.permissions,
      userCount: byRole.get(role.id) ?? 0,
      actions: place.judge.role({ ...role, isAdmin }),
    })),
  }
}
