import { type Capabilities, userSortKeys } from '@aicx/roster/contract'
import { digest } from '../digest.ts'
import type { Handler } from '../http/call.ts'

const capabilities: Capabilities = {
  sorts: [...userSortKeys],
  filters: ['role', 'team'],
  search: true,
  around: true,
  cursor: true,
  ids: true,
  presence: false,
  events: true,
  eventStream: true,
  changeRole: true,
  changeTeams: true,
  endSessions: true,
  activity: true,
  undo: false,
  export: false,
  seats: false,
}

export const getSession: Handler<'getSession'> = async ({ identified, place }, { store }) => {
  const { session, viewer, company, catalogue, judge } = place
  const { id, name, email, avatarUrl, roleId } = viewer
  const role = catalogue.roles.find((one) => one.id === roleId)
  return {
    sessionKey: await digest(`session ${session.id}`),
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
    capabilities,
  }
}
