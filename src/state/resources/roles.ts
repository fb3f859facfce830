import type { RoleList } from '../../contract/roles.ts'
import type { ResourceDefinition } from './resource.ts'

/** All roles of the company. */
export const roles: ResourceDefinition<RoleList> = {
  name: 'roles',
  call: ({ roles }) => roles && ((options) => roles.list(options)),
}
