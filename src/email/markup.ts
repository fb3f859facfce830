import { withoutLinks } from './without-links.ts'

/** HTML that is written already. Plain strings are text: they are escaped, and hold no link. */
export interface Markup {
  html: string
}

type Content = string | Markup | readonly (string | Markup)[]

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)

/** An element. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  content: Content = [],
): Markup {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(value)}"`,
  )
  const parts = Array.isArray(content) ? content : [content]
  const inner = parts.map((part) => (typeof part === 'string' ? escaped(withoutLinks(part)) : part.html))
  return { html: `<${name}${written.join('')}>${inner.join('')}</${name}>` }
}

/** An element without content or end. */
export function emptyElement(name: string, attributes: Record<string, string> = {}): Markup {
  return { html: element(name, attributes).html.replace(/<\/\w+>$/, '') }
}

/** Text that stays as it is, such as the address of a link. */
export const literal = (text: string): Markup => ({ html: escaped(text) })

/** Style declarations as the value of an attribute. */
export const style = (declarations: Record<string, string>): string =>
  Object.entries(declarations)
    .map(([property, value]) => `${property}:${value}`)
    .join(';')
