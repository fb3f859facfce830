import type { Failure } from './failure.ts'

/**
 * What is to be done with an address. `ready` and `retry` are sent, `retry` after it has failed once. The others aren't:
 * `waiting` until its time has come, `known` since the person is a user or invited already, and `wrong`, since the
 * address or its domain can't be invited.
 */
export type InviteAddressState = 'ready' | 'retry' | 'waiting' | 'known' | 'twice' | 'wrong'

/** An address that is to be invited, as a view shows it. */
export interface InviteAddress {
  id: string
  /** As it was typed. */
  text: string
  /** How it is read, where that differs from what was typed. */
  readAs?: string | undefined
  state: InviteAddressState
  /** Why it isn't sent, or why it failed. Its code can be a fault of the address, such as `incomplete_domain`. */
  failure?: Failure | undefined
  /** Whether the last sending was refused for it. */
  wasTried?: boolean | undefined
  /** How long it has to wait before it can be tried again, in milliseconds. */
  waitMs?: number | undefined
  /** The user who has this address. */
  userId?: string | undefined
  /** The pending invitation to this address. */
  invitationId?: string | undefined
}

/** Whether an address is sent by the next *Invite user*. */
export const isSendable = ({ state }: InviteAddress): boolean => state === 'ready' || state === 'retry'
