import { createElement, Fragment, type ReactNode } from 'react'

/** A placeholder for an element, from the private use area, whose characters don't occur in people's texts. */
const mark = (index: number) => String.fromCharCode(0xe000 + index)
const marks = /([\ue000-\ue0ff])/

/** Fills a message with elements, such as names in bold or in their own direction. */
export function fillNodes<Name extends string>(
  message: (parameters: Record<Name, string>) => string,
  nodes: Record<Name, ReactNode>,
): ReactNode {
  const names = Object.keys(nodes) as Name[]
  const marked = Object.fromEntries(names.map((name, index) => [name, mark(index)]))
  const parts = message(marked as Record<Name, string>)
    .split(marks)
    .map(
      (part) =>
        nodes[names[part.charCodeAt(0) - 0xe000] as Name] ?? (part && createElement('span', null, part)),
    )
  return createElement(Fragment, null, ...parts)
}
