/** The changes that this client makes, so that it doesn't count them as news. */
export interface OwnIntents {
  has(intent: string): boolean
  add(intent: string): void
  /** Lets a change whose end is unknown be heard of. */
  remove(intent: string): void
}

/** A change is in the log soon, or never. */
const mostRemembered = 1_000

/** None yet. */
export function createOwnIntents(): OwnIntents {
  const intents = new Set<string>()
  return {
    has: (intent) => intents.has(intent),
    add(intent) {
      intents.add(intent)
      const [oldest] = intents
      if (intents.size > mostRemembered && oldest !== undefined) intents.delete(oldest)
    },
    remove: (intent) => void intents.delete(intent),
  }
}
