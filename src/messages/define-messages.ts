import type { MessageTree } from './message.ts'

/** The default messages of one component, and the name under which a provider overrides them. */
export interface MessageCatalogue<Tree extends MessageTree = MessageTree> {
  name: string
  messages: Tree
}

/** Keeps the literal text of each message in its type, from which its parameters are read. */
export function defineMessages<const Tree extends MessageTree>(
  name: string,
  messages: Tree,
): MessageCatalogue<Tree> {
  return { name, messages }
}
