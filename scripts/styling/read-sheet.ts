import { addState, type Part, type Parts, partOf } from './parts.ts'

const piece =
  /\.(?<name>roster-[\w-]+)|\[(?<attribute>(?:data|aria)-[\w-]+)(?:=["']?(?<value>[\w-]+)["']?)?\]|(?<open>\()|(?<close>\))|[\s>+~,]/g

/** Finds the parts of a sheet in its selectors, and which attributes it styles each by. */
export function readSheet(parts: Parts, css: string): void {
  const rules = css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)
  for (const [, selector = ''] of rules) if (!selector.trim().startsWith('@')) readSelector(parts, selector)
}

function readSelector(parts: Parts, selector: string): void {
  const outside: (Part | undefined)[] = []
  let part: Part | undefined
  for (const { groups = {}, index, 0: text } of selector.matchAll(piece)) {
    const { name, attribute, value, open, close } = groups
    // In `.part:where([state] *)` it is an ancestor that has the state.
    const isAncestor = outside.length > 0 && /^\s+[^\s,)]/.test(selector.slice(index + text.length))
    if (name) part = partOf(parts, name)
    else if (attribute && part && !isAncestor) addState(part, attribute, value ? [value] : [])
    else if (open) outside.push(part)
    else if (close) part = outside.pop()
    else if (outside.length === 0) part = undefined
  }
}
