import type { NounPlaceholder } from './nouns.ts'

/** Forms of one message, chosen by its `count` with the locale's plural rules. */
export interface PluralMessage {
  /** The form for the plural category `zero`. */
  zero?: string
  /** The form for `one`, such as 1 in English. */
  one?: string
  /** The form for `two`. */
  two?: string
  /** The form for `few`, such as 2 to 4 in Polish. */
  few?: string
  /** The form for `many`. */
  many?: string
  /** The form for all other counts. A category that is left out falls back to it. */
  other: string
}

/** A sentence with `{placeholders}`, or its plural forms. */
export type Message = string | PluralMessage

/** Messages nested by the part that says them. */
export interface MessageTree {
  /** A message, or the messages of a part. */
  readonly [key: string]: Message | MessageTree
}

type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never

type TextOf<M> = M extends string ? M : Extract<M[keyof M], string>

type ParameterName<M> =
  | Exclude<PlaceholderOf<TextOf<M>>, NounPlaceholder>
  | (M extends string ? never : 'count')

/** A value that fills a placeholder. Arrays are formatted as a list. */
export type MessageValue = string | number | readonly string[]

/** The parameters of a message, read from its text. `count` is a number and chooses the plural form. */
export type MessageParameters<M extends Message> = {
  [Name in ParameterName<M>]: Name extends 'count' ? number : MessageValue
}

type FormattedMessage<M extends Message> = [ParameterName<M>] extends [never]
  ? string
  : (parameters: MessageParameters<M>) => string

/** A catalogue ready to use: a string where nothing is to be filled in, else a function of its parameters. */
export type FormattedMessages<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends Message
    ? FormattedMessage<Tree[Key]>
    : FormattedMessages<Tree[Key]>
}

/** Other words for some of a catalogue's messages. */
export type MessageTreeOverrides<Tree> = {
  [Key in keyof Tree]?: Tree[Key] extends Message ? Message : MessageTreeOverrides<Tree[Key]>
}
