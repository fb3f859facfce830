/** What a sheet says about one of its parts. */
export interface Description {
  sentence: string
  /** The sentence of each state, by its attribute. */
  states: Map<string, string>
}

const documented = /\/\*\*(?<comment>(?:(?!\*\/).)*)\*\/\s*\.(?<name>roster-[\w-]+)/gs

/**
 * Reads the comments that document parts: a `/**` comment right before a rule describes the first class of its
 * selector, and each `@state` line one attribute of it.
 */
export function readDescriptions(css: string): Map<string, Description> {
  const descriptions = new Map<string, Description>()
  for (const { groups } of css.matchAll(documented)) {
    const { comment = '', name = '' } = groups ?? {}
    const [sentence = '', ...states] = comment
      .replace(/^\s*\* ?/gm, '')
      .split(/^@state /m)
      .map((text) => text.trim().replace(/\s+/g, ' '))
    descriptions.set(name, { sentence, states: new Map(states.map(splitState)) })
  }
  return descriptions
}

const splitState = (text: string): [string, string] => {
  const [attribute = '', ...words] = text.split(' ')
  return [attribute, words.join(' ')]
}
