import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Rule {
  selector: string
  properties: string[]
  /** Whether it applies only in a medium or a container. */
  isNested: boolean
}

/** The rules of a sheet in their order, one for each selector of a list. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = []
  let depth = 0
  for (const [token, prelude = '', body] of css
    .replace(/\/\*.*?\*\//gs, '')
    .matchAll(/([^{};]*)\{([^{}]*)\}|[^{};]*\{|\}/g)) {
    if (body !== undefined && !prelude.trim().startsWith('@')) {
      const properties = [...body.matchAll(/(?:^|;)\s*([\w-]+)\s*:/g)].map(([, name = '']) => name)
      for (const selector of splitList(prelude))
        rules.push({ selector: selector.trim(), properties, isNested: depth > 0 })
    } else if (body === undefined) depth += token === '}' ? -1 : 1
  }
  return rules
}

/** Splits a list of selectors at its commas, but not at those in brackets. */
const splitList = (list: string) => list.split(/,(?![^()]*\)|[^()]*\([^()]*\)[^()]*\))/)

/** The class that a selector of one class names, without what weighs nothing. */
function classOf(selector: string): string {
  const weighing = selector.replace(/:where\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '')
  return /^[\s>+~]*(\.[\w-]+)$/.exec(weighing)?.[1] ?? ''
}

const replaces = (later: string, earlier: string) =>
  later === earlier || later === 'all' || earlier.startsWith(`${later}-`)

/** Declarations that a rule without a condition, later in the sheet and of the same weight, always replaces. */
function withoutEffect(css: string): string[] {
  const rules = rulesOf(css)
  return rules.flatMap(({ selector, properties, isNested }, index) => {
    const name = classOf(selector)
    const always = rules.slice(index + 1).filter((later) => later.selector === name && !later.isNested)
    if (name === '' || (selector === name && !isNested)) return []
    const later = always.flatMap((rule) => rule.properties)
    return properties
      .filter((property) => later.some((one) => replaces(one, property)))
      .map((property) => `${selector} { ${property} }`)
  })
}

describe('the order of rules in the sheets', () => {
  it('lets each condition have an effect: text doesn’t run below the icon of a field', () => {
    const sheets = globSync('src/**/*.css')
    expect(sheets.length).toBeGreaterThan(20)
    const found = sheets.flatMap((path) => withoutEffect(readFileSync(path, 'utf8')))
    expect(found).toEqual([])
  })

  it('is seen to be wrong where the condition comes first', () => {
    const sheet =
      '@media print { .a { padding-top: 0 } } :where(.b) > .a { color: red; gap: 0 } .a { padding: 1px; color: blue }'
    expect(withoutEffect(sheet)).toEqual(['.a { padding-top }', ':where(.b) > .a { color }'])
  })
})
