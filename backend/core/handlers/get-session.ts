import { type Capabilities, userSortKeys } from '@aicx/roster/contract'
import { backendFlags } from '../../../src/contract/capabilities.ts'
import type { Handler } from '../http/call.ts'
import { idleView } from '../rules/idle-view.ts'
import { sessionKeyOf } from './session-key-of.ts'

const capabilities: Capabilities = { sorts: [...userSortKeys], filters: ['role', 'team'], ...backendFlags }

export const getSession: Handler<'getSession'> = async (
  { identified, place },
  { store, digest, presence },
) => {
  const { session, viewer, company, catalogue, judge } = place
  const { id, name, email, avatarUrl, roleId } = viewer
  const role = catalogue.roles.find((one) => one.id === roleId)
  return {
    sessionKey: await sessionKeyOf(session.id, digest),
    viewer: {
      id,
      name,
      email,
      ...(avatarUrl !== undefined && { avatarUrl }),
      role: { id: roleId, name: role?.name ?? '' },
      actions: judge.viewer(),
    },
    company,
    companies: await store.companiesOf(identified.account.id),
    capabilities: { ...capabilities, presence: presence() !== undefined },
    idle: idleView(place, identified.signIn),
  }
}
