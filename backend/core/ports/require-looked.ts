import type { Change, Facts } from './write.ts'

/** Throws where a decision changes a user whom it did not look at: they may be gone, or out of the actor's reach. */
export function requireLooked(changes: Change[], { users, gone, actor }: Facts): void {
  const stranger = changes.find(
    ({ userId }) => !users.has(userId) && !gone.has(userId) && actor?.id !== userId,
  )
  if (stranger) throw new Error(`The decision did not look at the user ${stranger.userId}.`)
}
