import type { Facts } from '../../../backend/core/ports/write.ts'

/** What facts hold of a company without invitations and without a limit of seats. */
export const noInvitations = (): Pick<Facts, 'invitations' | 'seats'> => ({
  seats: null,
  invitations: {
    byId: new Map(),
    byKey: new Map(),
    domains: {},
    byActor: { count: 0, since: null },
    byCompany: { count: 0, since: null },
  },
})
