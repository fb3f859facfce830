import type { IdleLogoutPolicy } from '../../contract/idle-logout.ts'
import type { ResourceDefinition } from './resource.ts'

/** The company's policy for idle logout. */
export const idleLogout: ResourceDefinition<IdleLogoutPolicy> = {
  name: 'idleLogout',
  call: ({ idleLogout }) => idleLogout && ((options) => idleLogout.get(options)),
}
