import { plainText } from './isolate.ts'

interface Foreign {
  /** Fills the placeholders of a host's message. */
  params?: Readonly<Record<string, string>> | undefined
  /** The backend's own sentence. */
  message?: string | undefined
}

/** Returns the message of a code or reason, else the backend's own sentence, else undefined. */
export function foreignSentence(
  messages: object,
  key: string,
  { params = {}, message }: Foreign,
): string | undefined {
  const known: unknown = Object.hasOwn(messages, key) ? messages[key as keyof typeof messages] : undefined
  if (typeof known === 'string') return known
  if (typeof known === 'function') return String(known(params))
  return (message && plainText(message).trim()) || undefined
}
