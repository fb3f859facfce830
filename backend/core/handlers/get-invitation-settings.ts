import type { InvitationSettings } from '@aicx/roster/contract'
import type { Handler } from '../http/call.ts'
import { invitationTimes } from '../invitations/limits.ts'

const day = 86_400_000

export const getInvitationSettings: Handler<'getInvitationSettings'> = async ({ place }, { store }) => {
  const { domains, seats, queued, waiting, inviters, now } = await store.invitations.settings(
    place.company.id,
  )
  const { allowedDomains = [], blockedDomains = [] } = domains
  const mail: InvitationSettings['mail'] = {
    state: waiting ? 'waiting' : 'ok',
    queued,
    ...(waiting?.reason && { reason: waiting.reason }),
    ...(waiting && { nextTryInMs: Math.max(0, waiting.nextTryAt.getTime() - now.getTime()) }),
  }
  return {
    lifetimeDays: invitationTimes.lifetime / day,
    cooldownMs: invitationTimes.cooldown,
    ...(allowedDomains.length > 0 && { allowedDomains: [...allowedDomains] }),
    ...(blockedDomains.length > 0 && { blockedDomains: [...blockedDomains] }),
    ...(seats && { seats }),
    mail,
    inviters: inviters.map(({ id, name, isDeleted }) => ({ id, name, deleted: isDeleted })),
  }
}
