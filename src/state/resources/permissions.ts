import type { PermissionList } from '../../contract/permissions.ts'
import type { ResourceDefinition } from './resource.ts'

/** All permissions of the company's product. */
export const permissions: ResourceDefinition<PermissionList> = {
  name: 'permissions',
  call: ({ permissions }) => permissions && ((options) => permissions.list(options)),
}
