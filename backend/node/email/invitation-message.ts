import type { Email, InvitationEmail } from '../../../src/email/invitation/invitation-email.ts'
import type { InvitationTokens } from '../../core/invitations/token.ts'
import type { MailClaim } from '../../core/ports/invitation-mail.ts'
import type { MailMessage } from '../../core/ports/mail.ts'

/** Writes the email of an invitation. */
export type InvitationTemplate = (invitation: InvitationEmail, locale: string | undefined) => Email

/** What a message is made with. */
export interface MessageOptions {
  tokens: InvitationTokens
  /** The address of the page where invitations are accepted. It is configured, and never taken from a request. */
  joinUrl: string
  template: InvitationTemplate
}

const parts = ['senderName', 'subject', 'text', 'html'] as const

/** Makes the message of a claimed email. Made again, it has the same link and the same key. */
export async function invitationMessage(
  claim: MailClaim,
  { tokens, joinUrl, template }: MessageOptions,
): Promise<MailMessage> {
  const { companyId, invitationId, generation } = claim
  const email = template(
    {
      company: claim.companyName,
      inviter: claim.inviterName,
      role: claim.roleName,
      teams: claim.teamNames,
      message: claim.message,
      link: `${joinUrl}#${await tokens.write({ companyId, invitationId, generation })}`,
      expiresAt: claim.expiresAt,
    },
    claim.locale,
  )
  for (const part of parts)
    if (typeof email?.[part] !== 'string')
      throw new TypeError(
        `invitationTemplate must return ${parts.join(', ')} as texts. Its ${part} isn't one.`,
      )
  const key = [companyId, invitationId, generation]
    .map((part) => String(part).replace(/[^\w-]/g, keyCode))
    .join('.')
  return { ...email, to: claim.address, key: `invitation.${key}` }
}

/** Ids may hold dots and tildes, which would make two keys one. */
const keyCode = (character: string) => `=${character.charCodeAt(0).toString(16)}`
