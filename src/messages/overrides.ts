import type { bulkBarMessages } from './bulk-bar.ts'
import type { dialogMessages } from './dialog.ts'
import type { errorsMessages } from './errors.ts'
import type { fieldsMessages } from './fields.ts'
import type { idleLogoutMessages } from './idle-logout.ts'
import type { idleSettingsMessages } from './idle-settings.ts'
import type { invitationsMessages } from './invitations.ts'
import type { inviteButtonMessages } from './invite-button.ts'
import type { inviteUserMessages } from './invite-user.ts'
import type { joinCompanyMessages } from './join-company.ts'
import type { Message, MessageTreeOverrides } from './message.ts'
import type { Nouns } from './nouns.ts'
import type { reasonsMessages } from './reasons.ts'
import type { recentChangesMessages } from './recent-changes.ts'
import type { selectionRunMessages } from './selection-run.ts'
import type { statesMessages } from './states.ts'
import type { tableMessages } from './table.ts'
import type { timeMessages } from './time.ts'
import type { toasterMessages } from './toaster.ts'
import type { userPanelMessages } from './user-panel.ts'
import type { userPanelFrameMessages } from './user-panel-frame.ts'
import type { usersExportMessages } from './users-export.ts'
import type { usersExportBarMessages } from './users-export-bar.ts'
import type { usersSettingsMessages } from './users-settings.ts'
import type { usersTableMessages } from './users-table.ts'

/** Every catalogue by its name; types alone, so that a provider carries no default text. */
interface Catalogues {
  bulkBar: typeof bulkBarMessages
  dialog: typeof dialogMessages
  errors: typeof errorsMessages
  fields: typeof fieldsMessages
  invitations: typeof invitationsMessages
  joinCompany: typeof joinCompanyMessages
  inviteUser: typeof inviteButtonMessages & typeof inviteUserMessages
  idleLogout: typeof idleLogoutMessages
  idleSettings: typeof idleSettingsMessages
  reasons: typeof reasonsMessages
  recentChanges: typeof recentChangesMessages
  selectionRun: typeof selectionRunMessages
  states: typeof statesMessages
  table: typeof tableMessages
  time: typeof timeMessages
  toaster: typeof toasterMessages
  userPanel: typeof userPanelFrameMessages & typeof userPanelMessages
  usersExport: typeof usersExportMessages & typeof usersExportBarMessages
  usersSettings: typeof usersSettingsMessages
  usersTable: typeof usersTableMessages
}

/** Replaces any message, as deep and as few as you want. Nouns change everywhere at once. */
export type MessageOverrides = {
  [Name in keyof Catalogues]?: MessageTreeOverrides<Catalogues[Name]['messages']>
} & {
  nouns?: Partial<Nouns>
  /** Also the messages for codes of your own backend. */
  errors?: { [code: string]: Message | undefined }
  /** Also the messages for reasons of your own backend. */
  reasons?: { [reason: string]: Message | undefined }
}
