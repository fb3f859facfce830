import type { User } from '../../contract/users.ts'
import type { HookedWrite } from '../row-writes/row-act.ts'

/** A change of a user, as hooks receive it. */
export interface UserWrite {
  /** The change's id. It is sent as `Idempotency-Key` and comes back in events. */
  intent: string
  /** The user as known before the change. */
  user: User
}

/** Names the row of a write. */
export const toUserWrite = ({ intent, row }: HookedWrite<User>): UserWrite => ({ intent, user: row })
