import type { emailMessages } from '../../messages/email.ts'
import type { Message } from '../../messages/message.ts'

/** What an email that invites someone says. Names and the message are written as people wrote them. */
export interface InvitationEmail {
  /** The name of the company workspace. */
  company: string
  /** The name of the person who invites. */
  inviter?: string
  /** The name of the role that the person will have. */
  role: string
  /** The names of the teams that the person will be in. */
  teams?: readonly string[]
  /** A personal message, shown as a quotation. */
  message?: string
  /** Where the invitation is accepted, with its token. */
  link: string
  /** When the link stops working. Without it the email doesn't say. */
  expiresAt?: string | number | Date
}

/** How emails look. */
export interface EmailBrand {
  /** A raster image at an https address, and its size in the email. Other images are left out. */
  logo?: { url: string; width: number; height: number }
  /**
   * A colour as CSS writes it, without variables. It is resolved to `#rrggbb`, and text in it is made readable. Invalid
   * values fall back to the default.
   */
  accent?: string
}

/** Settings of an email. */
export interface EmailOptions {
  brand?: EmailBrand
  /** The sender's name for a company whose name can't be one. @default 'Roster' */
  product?: string
  /** @default 'en' */
  locale?: string
  /** The zone that times are written in, and named with. @default 'UTC' */
  timeZone?: string
  /** Other words for some messages. */
  messages?: Partial<Record<EmailMessageName, Message>>
}

/** The name of a message in the catalogue of emails. */
export type EmailMessageName = keyof (typeof emailMessages)['messages']

/** A written email: what a mail server receives beside the addresses. */
export interface Email {
  /** The name that the sender's address is shown with. */
  senderName: string
  /** The subject, in one line. */
  subject: string
  /** The email as plain text. */
  text: string
  /** The email as an HTML document. */
  html: string
}
