import { contrast } from '../../src/email/colour/contrast.ts'

const elements = 'html head meta title style body table tr td div h1 p blockquote a br img'.split(' ')
const properties =
  /^(?:(?:background-)?color|color-scheme|supported-color-schemes|margin|padding(?:-left|-right)?|(?:max-)?width|height|border(?:-top|-left|-right|-color|-radius)?|display|font-(?:family|size|weight)|line-height|text-(?:align|decoration)|overflow-wrap|word-break)$/
const mostBytes = 102 * 1_024

interface Tag {
  name: string
  attributes: Record<string, string>
}

/** Declarations by their property, as a style attribute or a rule has them. */
const declarationsOf = (text: string): [string, string][] =>
  text
    .split(';')
    .filter((declaration) => declaration.trim() !== '')
    .map((declaration) => {
      const [property = '', ...value] = declaration.split(':')
      return [property.trim(), value.join(':').replace('!important', '').trim()]
    })

const unescaped = (text: string) =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The start tags of a document. */
export const tagsOf = (html: string): Tag[] =>
  [
    ...html.replace(/<style>.*?<\/style>/s, '<style>').matchAll(/<([a-z]\w*)((?:\s+[\w-]+="[^"]*")*)\s*>/g),
  ].map(([, name = '', attributes = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        unescaped(value),
      ]),
    ),
  }))

/** The style attributes and rules of a document: each is the whole of what one element gets. */
export const stylesOf = (html: string): string[] => [
  ...tagsOf(html).flatMap(({ attributes }) => attributes.style ?? []),
  ...[...(/<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '').matchAll(/\{([^{}]*)\}/g)].map(
    ([, body = '']) => body,
  ),
]

function faultsOfStyle(text: string): string[] {
  const declarations = declarationsOf(text)
  const { color, 'background-color': background } = Object.fromEntries(declarations)
  return [
    ...declarations.flatMap(([property]) => (properties.test(property) ? [] : [`the property ${property}`])),
    ...declarations.flatMap(([property, value]) =>
      /\(|\bcurrentcolor\b/i.test(value) ? [`the value ${property}: ${value}`] : [],
    ),
    ...declarations.flatMap(([property, value]) =>
      /color$/.test(property) && !/^#[\da-f]{6}$/.test(value) ? [`the colour ${value}`] : [],
    ),
    ...(Boolean(color) === Boolean(background) ? [] : [`one colour without the other: ${text}`]),
    ...(color && background && contrast(color, background) < 4.5 ? [`${color} on ${background}`] : []),
  ]
}

function faultsOfTag({ name, attributes }: Tag): string[] {
  const isImage = name === 'img'
  return [
    ...(elements.includes(name) ? [] : [`the element ${name}`]),
    ...(name === 'table' && attributes.role !== 'presentation' ? ['a table that is read as one'] : []),
    ...(isImage && !/^https:\/\/.*(?<!\.svg)$/.test(attributes.src ?? '')
      ? [`the image ${attributes.src}`]
      : []),
    ...(isImage && !['alt', 'width', 'height'].every((key) => key in attributes)
      ? ['an image without a size']
      : []),
    ...Object.keys(attributes).flatMap((key) => (/^on|^id$/.test(key) ? [`the attribute ${key}`] : [])),
  ]
}

/** Cells with text outside of a cell that names its language and direction. */
function undirected(html: string): string[] {
  const open: boolean[] = []
  const faults: string[] = []
  for (const [, end, name, attributes, text = ''] of html.matchAll(/<(\/?)([a-z]\w*)([^>]*)>([^<]*)/g)) {
    if (name === 'td' && !end)
      open.push(/\bdir="/.test(attributes ?? '') && /\blang="/.test(attributes ?? ''))
    if (name === 'td' && end) open.pop()
    if (open.length > 0 && text.trim() && !open.includes(true)) faults.push(`no direction: ${text}`)
  }
  return faults
}

/** What a mail client would break or leave out of a document. */
export function lintEmail(html: string): string[] {
  return [
    ...(Buffer.byteLength(html) < mostBytes ? [] : ['clipped by Gmail']),
    ...(/@import|@font-face|url\(|<!--/i.test(html) ? ['a resource from elsewhere, or a comment'] : []),
    ...tagsOf(html).flatMap(faultsOfTag),
    ...stylesOf(html).flatMap(faultsOfStyle),
    ...undirected(html),
  ]
}
