import type { Handler } from '../http/call.ts'
import { readInvitation } from './read-invitation.ts'

export const getInvitation: Handler<'getInvitation'> = ({ invitationId, place }, services) =>
  readInvitation(place, invitationId, services)
