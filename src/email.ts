export type {
  Email,
  EmailBrand,
  EmailMessageName,
  EmailOptions,
  InvitationEmail,
} from './email/invitation/invitation-email.ts'
export { writeInvitationEmail } from './email/invitation/write-invitation-email.ts'
export type { MessageCatalogue } from './messages/define-messages.ts'
export type { Message, MessageTree, PluralMessage } from './messages/message.ts'
