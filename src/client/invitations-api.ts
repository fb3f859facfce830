import type { ActivityList } from '../contract/activity.ts'
import type { InvitationSettings } from '../contract/invitation-settings.ts'
import type { InvitationWindow } from '../contract/invitation-windows.ts'
import type {
  AddressChecks,
  InvitationChange,
  InviteRequest,
  InviteResults,
} from '../contract/invitation-writes.ts'
import type { Invitation } from '../contract/invitations.ts'
import type { InvitationsQuery, InvitationsRange } from '../contract/invitations-query.ts'
import type { RequestOptions, WriteOptions } from './request-options.ts'

/** The company's invitations. No method returns a link. */
export interface InvitationsApi {
  /** A window of the list, at most 200 rows: first the pending invitations, then the expired ones. */
  list(query: InvitationsQuery & InvitationsRange, options?: RequestOptions): Promise<InvitationWindow>
  /** One invitation. Rejects with `not_found` if there is none with this id. */
  get?(id: string, options?: RequestOptions): Promise<Invitation>
  /** Checks up to 500 addresses before they are invited. */
  check?(emails: readonly string[], options?: RequestOptions): Promise<AddressChecks>
  /** Invites up to 200 addresses. Some may fail while others are invited: there is a result for each, in order. */
  invite?(request: InviteRequest, options: WriteOptions): Promise<InviteResults>
  /** Changes role and teams without sending anything. Rejects with `version_mismatch` if `version` isn’t the latest. */
  change?(
    id: string,
    change: InvitationChange,
    options: WriteOptions & { version: string },
  ): Promise<Invitation>
  /** Sends an invitation again, with a new link and a new expiry. The old link stops working. */
  resend?(id: string, options: WriteOptions): Promise<Invitation>
  /** Deletes an invitation. Its link stops working at once. */
  delete?(id: string, options: WriteOptions): Promise<Invitation>
  /** What was done to an invitation, newest first. */
  activity?(id: string, options?: RequestOptions & { limit?: number }): Promise<ActivityList>
  /** How invitations work in the company, and its seats. */
  settings?(options?: RequestOptions): Promise<InvitationSettings>
}
