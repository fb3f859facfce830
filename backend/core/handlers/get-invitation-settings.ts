import type { InvitationSettings } from '@aicx/roster/contract'
import type { Handler } from '../http/call.ts'
import { invitationTimes } from '../invitations/limits.ts'

const day = 86_400_000

export const getInvitationSettings: Handler<'getInvitationSettings'> = async ({ place }, { store }) => {
  const { id } = place.company
  const [{ domains, seats, queued, waiting, now }, inviters] = await Promise.all([
    store.invitations.settings(id),
    store.invitations.inviters(id),
  ])
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
    inviters: inviters.map(({ isDeleted, ...inviter }) => ({ ...inviter, deleted: isDeleted })),
  }
}
