/** Where a conversation takes place. */
export type Channel = 'email' | 'livechat' | 'ticket'

/** Who wrote or replies. */
export interface Author {
  id: string
  /** Stays when the user is deleted. Empty if their data was erased. */
  name: string
  state: 'user' | 'deleted' | 'erased'
}

/** A conversation with a customer, as a list shows it. */
export interface Conversation {
  id: string
  channel: Channel
  subject: string
  customer: string
  open: boolean
  /** The user who replies. */
  agent: Author
  lastAt: string
}

/** One message. Without an author it is from the customer. */
export interface Message {
  id: string
  text: string
  at: string
  author: Author | null
}
