import type { User } from '../../contract/users.ts'

/** Stops a change. The reason is shown to the person. */
export interface Veto {
  cancel: true
  reason?: string
}

/** What a hook returns before a change: a veto, or nothing. */
export type BeforeAnswer = Veto | undefined

/** A change of a user, as hooks receive it. */
export interface UserWrite {
  /** The change's id. It is sent as `Idempotency-Key` and comes back in events. */
  intent: string
  /** The user as known before the change. */
  user: User
}
