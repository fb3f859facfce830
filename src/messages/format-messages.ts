import type { FormattedMessages, Message, MessageTree, PluralMessage } from './message.ts'
import { nouns as defaultNouns, type Nouns } from './nouns.ts'
import { isPseudoLocale, pseudoLocalise } from './pseudo-locale.ts'

type Parameters = Record<string, string | number>

/** What a catalogue is formatted with. */
export interface FormatMessagesOptions {
  locale: string
  /** Other words for some messages. */
  overrides?: MessageTree
  /** Other words for some nouns. */
  nouns?: Partial<Nouns>
}

const isText = (node: Message | MessageTree | undefined): node is Message =>
  typeof node === 'string' || typeof node?.other === 'string'

/** Makes strings and functions of a catalogue, each when it is first read. */
export function formatMessages<Tree extends MessageTree>(
  tree: Tree,
  options: FormatMessagesOptions,
): FormattedMessages<Tree> {
  const words = { ...defaultNouns, ...options.nouns }
  const pseudo = isPseudoLocale(options.locale)
  const pluralRules = new Intl.PluralRules(options.locale)
  const numbers = new Intl.NumberFormat(options.locale)

  const fill = (text: string, parameters: Parameters) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = parameters[name] ?? noun(name)
      return typeof value === 'number' ? numbers.format(value) : (value ?? placeholder)
    })

  const noun = (name: string) => {
    const lower = name.charAt(0).toLowerCase() + name.slice(1)
    const word = words[name as keyof Nouns] ?? words[lower as keyof Nouns]
    if (word === undefined) return undefined
    const cased = name === lower ? word : word.charAt(0).toLocaleUpperCase(options.locale) + word.slice(1)
    return pseudo ? pseudoLocalise(cased, { brackets: false }) : cased
  }

  const format = (message: Message, parameters: Parameters) => {
    const text = typeof message === 'string' ? message : pluralForm(message, Number(parameters.count))
    return fill(pseudo ? pseudoLocalise(text) : text, parameters)
  }

  const pluralForm = (forms: PluralMessage, count: number) => forms[pluralRules.select(count)] ?? forms.other

  const needsParameters = (message: Message) =>
    typeof message !== 'string' ||
    [...message.matchAll(/\{(\w+)\}/g)].some(([, name]) => noun(name ?? '') === undefined)

  const formatTree = (defaults: MessageTree, overrides: MessageTree | undefined): object => {
    const formatted = {}
    for (const [key, node] of Object.entries(defaults)) {
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
