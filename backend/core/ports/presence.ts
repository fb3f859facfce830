import type { Presence } from '@aicx/roster/contract'

/** Whether your product's users are online. Pages ask for the users in view every 30 seconds. */
export interface PresencePort {
  /** The presence of these users, at most 200 of one company. Users that are left out are offline. */
  of(companyId: string, userIds: string[]): Promise<ReadonlyMap<string, Presence>>
}
