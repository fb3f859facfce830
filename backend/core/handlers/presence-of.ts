import type { Presence } from '@aicx/roster/contract'
import type { Services } from '../http/call.ts'

/** How long a response waits for the product, in ms. */
const patience = 1_000

/**
 * The presence of users, or undefined if the product doesn't say it. A product that fails or takes too long only costs
 * the dots: the users are returned without them.
 */
export async function presenceOf(
  companyId: string,
  userIds: string[],
  { presence, log }: Pick<Services, 'presence' | 'log'>,
): Promise<ReadonlyMap<string, Presence> | undefined> {
  const port = presence()
  if (!port) return undefined
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`No response in ${patience} ms.`)), patience)
  try {
    return await Promise.race([port.of(companyId, userIds), late.promise])
  } catch (error) {
    log.warn({ err: error, company: companyId }, 'the presence of users could not be read')
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
