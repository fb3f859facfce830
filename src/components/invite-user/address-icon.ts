import type { InviteAddress } from '../../base/invite-address.ts'
import type { IconName } from '../../primitives/icon/drawings.ts'

/** The drawing of an address that isn't simply sent, so that colour is never alone. */
export function addressIcon({ state, failure }: InviteAddress): IconName | undefined {
  switch (state) {
    case 'ready':
      return undefined
    case 'retry':
      return 'refresh'
    case 'waiting':
      return 'clock'
    case 'twice':
      return 'copy'
    case 'known':
      return failure?.code === 'already_user' ? 'user' : 'mail'
    case 'wrong':
      return failure?.code === 'domain_blocked' || failure?.code === 'domain_not_allowed' ? 'ban' : 'alert'
  }
}
