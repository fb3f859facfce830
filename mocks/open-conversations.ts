import type { ContentPort } from '../backend/core/ports/content.ts'

/** A product in which every user has up to two open conversations, always the same number. */
export const openConversations: ContentPort = {
  async impact(_company, userIds) {
    const count = userIds.reduce((sum, id) => sum + ((id.codePointAt(id.length - 1) ?? 0) % 3), 0)
    return count > 0 ? [{ kind: 'open_conversations', count }] : []
  },
}
