import { writeInvitationEmail } from '@aicx/roster/email'
import type { InvitationTemplate } from '../../../backend/node/email/invitation-message.ts'

/** The invitations of Acme Support, in its look and words. */
export const demoTemplate: InvitationTemplate = (invitation, locale) =>
  writeInvitationEmail(invitation, {
    locale,
    product: 'Acme Support',
    brand: { accent: '#3b5bdb' },
    messages: { invited: '{inviter} invited you to answer customers together.' },
  })
