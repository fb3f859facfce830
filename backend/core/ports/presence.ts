import type { Presence } from '@aicx/roster/contract'

/** Whether your product's users are online. Pages ask for the users in view every 30 seconds. */
export interface PresencePort {
  /**
   * The presence of these users, at most 200 of one company. Users that are left out are offline. If it rejects or takes
   * longer than a second, users are returned without presence.
   */
  of(companyId: string, userIds: string[]): Promise<ReadonlyMap<string, Presence>>
}
