import type { Page } from '../address/place.ts'
import type { Channel } from './conversation.ts'

/** The page that shows the conversations of a channel. */
export const pageOf = {
  email: 'inbox',
  livechat: 'livechats',
  ticket: 'tickets',
} as const satisfies Record<Channel, Page>
