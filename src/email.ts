export type {
  Email,
  EmailBrand,
  EmailMessageName,
  EmailOptions,
  InvitationEmail,
} from './email/invitation/invitation-email.ts'
export { writeInvitationEmail } from './email/invitation/write-invitation-email.ts'
export type { Message, PluralMessage } from './messages/message.ts'
