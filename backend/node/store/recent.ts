/** The texts that were added last. */
export interface Recent {
  has(text: string): boolean
  add(text: string): void
}

/** Creates an empty set that forgets the oldest of more than `most` texts. */
export function createRecent(most: number): Recent {
  const texts = new Set<string>()
  return {
    has: (text) => texts.has(text),
    add(text) {
      texts.delete(text)
      texts.add(text)
      const [oldest] = texts
      if (texts.size > most && oldest !== undefined) texts.delete(oldest)
    },
  }
}
