import { counting } from './counting.ts'
import { hasRightToLeft, isolate } from './isolate.ts'
import { formatList, type ListType } from './list-format.ts'
import type { FormattedMessages, Message, MessageTree, MessageValue, PluralMessage } from './message.ts'
import { nouns as defaultNouns, type Nouns } from './nouns.ts'
import { isPseudoLocale, pseudoLocalise } from './pseudo-locale.ts'

const placeholders = /\{(\w+)\}/g

type Parameters = Readonly<Record<string, MessageValue>>

/** What a catalogue is formatted with. */
export interface FormatMessagesOptions {
  locale: string
  /** Other words for some messages. */
  overrides?: MessageTree
  /** Other words for some nouns. */
  nouns?: Partial<Nouns>
  /** How lists end. @default 'unit' */
  lists?: ListType
}

const isText = (node: Message | MessageTree | undefined): node is Message =>
  typeof node === 'string' || typeof node?.other === 'string'

/** Messages that only the overrides have, such as the sentence for a reason that only the host's backend knows. */
const textsOf = (overrides: MessageTree | undefined) =>
  Object.fromEntries(Object.entries(overrides ?? {}).filter(([, node]) => isText(node)))

/** Turns a catalogue into strings and functions, each formatted when it is first read. */
export function formatMessages<Tree extends MessageTree>(
  tree: Tree,
  options: FormatMessagesOptions,
): FormattedMessages<Tree> {
  const words = { ...defaultNouns, ...options.nouns }
  const pseudo = isPseudoLocale(options.locale)
  const { number, form } = counting(options.locale)

  const fill = (text: string, parameters: Parameters) => {
    const worded = text.replace(placeholders, (placeholder, name: string) =>
      Object.hasOwn(parameters, name) ? placeholder : (noun(name) ?? placeholder),
    )
    const isRightToLeft = hasRightToLeft(worded)
    return worded.replace(placeholders, (placeholder, name: string) => {
      const value = Object.hasOwn(parameters, name) ? parameters[name] : placeholder
      if (typeof value === 'number') return number(value)
      if (typeof value === 'string' && value !== placeholder) return isolate(value, isRightToLeft)
      return Array.isArray(value)
        ? formatList(value, options.locale, isRightToLeft, options.lists)
        : placeholder
    })
  }

  const noun = (name: string) => {
    const lower = name.charAt(0).toLowerCase() + name.slice(1)
    if (!Object.hasOwn(words, lower)) return undefined
    const word = words[lower as keyof Nouns]
    const cased = name === lower ? word : word.charAt(0).toLocaleUpperCase(options.locale) + word.slice(1)
    return pseudo ? pseudoLocalise(cased, { brackets: false }) : cased
  }

  const format = (message: Message, parameters: Parameters) => {
    const text = typeof message === 'string' ? message : pluralForm(message, Number(parameters.count))
    return fill(pseudo ? pseudoLocalise(text) : text, parameters)
  }

  const pluralForm = (forms: PluralMessage, count: number) => forms[form(count)] ?? forms.other

  const needsParameters = (message: Message) =>
    typeof message !== 'string' ||
    [...message.matchAll(placeholders)].some(([, name]) => noun(name ?? '') === undefined)

  const formatTree = (defaults: MessageTree, overrides: MessageTree | undefined): object => {
    const formatted = {}
    for (const [key, node] of Object.entries({ ...textsOf(overrides), ...defaults })) {
      const override = overrides?.[key]
      Object.defineProperty(formatted, key, {
        enumerable: true,
        configurable: true,
        get() {
          const value = isText(node)
            ? formatNode(node, isText(override) ? override : node)
            : formatTree(node, isText(override) ? undefined : override)
          Object.defineProperty(formatted, key, { value, enumerable: true })
          return value
        },
      })
    }
    return formatted
  }

  // The default decides the shape, so that an override never turns a string into a function.
  const formatNode = (shape: Message, message: Message) =>
    needsParameters(shape) ? (parameters: Parameters) => format(message, parameters) : format(message, {})

  return formatTree(tree, options.overrides) as FormattedMessages<Tree>
}
