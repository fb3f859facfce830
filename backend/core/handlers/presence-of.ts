import type { Presence } from '@aicx/roster/contract'
import type { Services } from '../http/call.ts'
import { within } from '../queues/within.ts'

const patience = 1_000

/**
 * The presence of users, or undefined if the product doesn't report it. If the product fails or takes too long, the
 * users are returned without presence.
 */
export async function presenceOf(
  companyId: string,
  userIds: string[],
  { presence, log }: Pick<Services, 'presence' | 'log'>,
): Promise<ReadonlyMap<string, Presence> | undefined> {
  const port = presence()
  try {
    return port && (await within(patience, () => port.of(companyId, userIds)))
  } catch (error) {
    log.warn({ err: error, company: companyId }, 'the presence of users could not be read')
    return undefined
  }
}
