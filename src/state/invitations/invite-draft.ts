import type { Failure } from '../../base/failure.ts'
import type { InviteAddress } from '../../base/invite-address.ts'
import type { InvitationSettings } from '../../contract/invitation-settings.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { Outcome } from '../core/outcome.ts'
import type { DraftFields } from './draft-content.ts'

/** The draft of invitations as it is now. */
export interface InviteDraftSnapshot extends DraftFields {
  /** The addresses in the field, each with what is to be done with it. */
  addresses: readonly InviteAddress[]
  /** How many go with the next sending. Text in the field counts. */
  ready: number
  /** How many stay. */
  notSent: number
  /** How far the sending is; `null` while nothing is sent. */
  sending: { done: number; total: number } | null
  /** Why the last sending failed as a whole, or why a file wasn't opened. */
  error: Failure | null
}

/** What a sending has done. */
export interface SentDraft {
  /** How many people were invited. */
  invited: number
  /** How many different addresses were in the field. 0 if nothing was sent. */
  total: number
  /** Whether nothing is left: no address, text, or line without an address. */
  isDone: boolean
}

/** Invitations that are being prepared, and sent. Its functions are stable and never reject. */
export interface InviteDraft {
  getSnapshot(): InviteDraftSnapshot
  subscribe(listener: () => void): () => void
  setText(text: string): void
  /** Adds the addresses of a text, such as a paste. More than 500 in all stay as text. */
  addText(text: string): void
  /** Turns the text of the field into addresses. */
  commitText(): void
  remove(ids: readonly string[]): void
  /** Takes an address out of the field and puts it into the text, to be corrected. */
  edit(id: string): void
  openFile(file: File): Promise<void>
  chooseColumn(column: number): void
  removeFile(): void
  /** Removes the list of pasted lines without an address. */
  removeNamed(): void
  setRole(roleId: string | undefined): void
  setTeams(teamIds: readonly string[]): void
  setMessage(message: string): void
  /** Sends what can go now. What fails stays, with its reason. Resolves when that is done. */
  send(): Promise<SentDraft>
  /** Ends the sending after the current request. */
  stop(): void
  /** Whether the port can send invitations again. */
  canResend: boolean
  /** Sends a pending invitation again, and takes its address out of the field. */
  resend(invitationId: string): Promise<Outcome<Invitation>>
  /** Asks the server again about all addresses, such as when the dialog opens. */
  recheck(): void
  /** What addresses are judged by besides the server's checks. */
  setSettings(settings: InvitationSettings | null): void
}
