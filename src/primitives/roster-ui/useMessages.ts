import type { MessageCatalogue } from '../../messages/define-messages.ts'
import { formatMessages } from '../../messages/format-messages.ts'
import type { FormattedMessages, MessageTree } from '../../messages/message.ts'
import type { MessageOverrides } from '../../messages/overrides.ts'
import { useRosterUI } from './RosterUIContext.ts'

const cache = new WeakMap<MessageOverrides, WeakMap<MessageCatalogue, Map<string, unknown>>>()

/** A component's messages in the given locale, with the provider's overrides; the same object until these change. */
export function useMessages<Tree extends MessageTree>(
  catalogue: MessageCatalogue<Tree>,
): FormattedMessages<Tree> {
  const { locale, messages } = useRosterUI()
  const catalogues = cache.get(messages) ?? new WeakMap<MessageCatalogue, Map<string, unknown>>()
  cache.set(messages, catalogues)
  const known = catalogues.get(catalogue) ?? new Map<string, unknown>()
  catalogues.set(catalogue, known)
  const overrides = messages[catalogue.name as keyof MessageOverrides] as MessageTree | undefined
  const formatted =
    known.get(locale) ?? formatMessages(catalogue.messages, { locale, overrides, nouns: messages.nouns })
  known.set(locale, formatted)
  return formatted as FormattedMessages<Tree>
}
