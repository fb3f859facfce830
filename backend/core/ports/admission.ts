import type { IdlePolicy } from './idle.ts'
import type { Catalogue, SessionRecord, UserRecord } from './records.ts'

/** A sign-in in one company: its session, and its user unless deleted. */
export interface Admission {
  session: SessionRecord
  user: UserRecord | null
  catalogue: Catalogue
  idlePolicy: IdlePolicy
  /** The revision of the company's users. */
  usersRevision: number
  /** The store's clock. */
  now: Date
}
