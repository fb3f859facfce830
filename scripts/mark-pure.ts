/** Functions that make something and do nothing else. */
const makers = 'createContext|defineMessages|forwardRef|lazy|memo|new (?:Map|Set|WeakMap)'

const declared = new RegExp(`(?<=^(?:export )?const \\w+(?:: [^=\\n]+)? =\\s+)(?:${makers})\\b(?=[<(])`, 'gm')

/** A schema is made of schemas, by Valibot or by the contract's own makers, and is dropped only if each of them can be. */
const schemas = /(?<![\w.$'])(?:v\.\w+|leftOut|withDefault|tolerantWindow|windowShape)(?=\()/g

const mark = (call: string) => `/* @__PURE__ */ ${call}`

/** Marks the calls of a module whose results a bundler may drop if they aren't imported. */
export const markPure = (text: string): string =>
  text.replace(declared, mark).replace(text.includes("from 'valibot'") ? schemas : /$^/, mark)
