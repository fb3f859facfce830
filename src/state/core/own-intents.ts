/** The changes that this client makes, so that it doesn't count them as news. */
export interface OwnIntents {
  has(intent: string): boolean
  add(intent: string): void
  /** Forgets a change whose outcome is unknown, so that its event counts as news. */
  remove(intent: string): void
}

/** The most changes that are remembered. A change appears in the log soon or never. */
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
