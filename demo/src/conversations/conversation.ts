/** Where a conversation takes place. */
export type Channel = 'email' | 'livechat' | 'ticket'

/** A conversation with a customer, as a list shows it. */
export interface Conversation {
  id: string
  channel: Channel
  subject: string
  customer: string
  open: boolean
  /** The user who answers; their name stays when the user is deleted. */
  agent: { id: string; name: string }
  lastAt: string
}

/** One message; a customer wrote it where there is no author. */
export interface Message {
  id: string
  text: string
  at: string
  author: { id: string; name: string } | null
}
