import { type InviteAddress, isSendable } from '../../base/invite-address.ts'
import type { DraftContent } from './draft-content.ts'
import type { SendOptions } from './send-invitations.ts'

/** What is sent of a draft. */
export interface DraftRequest {
  /** The addresses, each with the id of its entry. */
  sent: ReadonlyMap<string, string>
  settings: SendOptions['settings']
}

/** Returns what can be sent of a draft now. */
export function draftRequest(
  { entries, roleId, teamIds, message }: DraftContent,
  addresses: readonly InviteAddress[],
): DraftRequest {
  const sendable = new Set(addresses.flatMap((address) => (isSendable(address) ? [address.id] : [])))
  const sent = new Map(
    entries.flatMap(({ id, reading }): [string, string][] =>
      reading.ok && sendable.has(id) ? [[reading.address.typed, id]] : [],
    ),
  )
  return {
    sent,
    settings: {
      ...(roleId === undefined ? {} : { roleId }),
      ...(teamIds.length > 0 ? { teamIds } : {}),
      ...(message.trim() === '' ? {} : { message: message.trim() }),
    },
  }
}
