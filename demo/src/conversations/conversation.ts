/** Where a conversation takes place. */
export type Channel = 'email' | 'livechat' | 'ticket'

/** A conversation with a customer, as a list shows it. */
export interface Conversation {
  id: string
  channel: Channel
  subject: string
  customer: string
  open: boolean
  /** The user who replies. Their name stays when the user is deleted. */
  agent: { id: string; name: string }
  lastAt: string
}

/** One message. Without an author it is from the customer. */
export interface Message {
  id: string
  text: string
  at: string
  author: { id: string; name: string } | null
}
