import type { EndedSessions } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { UserChange } from '../known-users/apply-change.ts'
import type { BeforeAnswer, RosterHooks, UserWrite } from './host-hooks.ts'
import type { Outcome } from './outcome.ts'

/** What of a user is changed. */
export type UserField = 'role' | 'teams' | 'sessions'

/** A change of one user that was asked for. */
export interface UserOrder<Value = User | EndedSessions> {
  field: UserField
  userId: string
  /** How the user is shown meanwhile. */
  change?: UserChange
  /** Takes the answer to an earlier change of this user, which this one builds on. */
  follow?(earlier: UserField, answer: User): void
  send(intent: string): Promise<Value>
  before(hooks: RosterHooks, write: UserWrite): BeforeAnswer | Promise<BeforeAnswer>
  after(hooks: RosterHooks, write: UserWrite, outcome: Outcome<Value>): void
}
