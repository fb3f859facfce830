import type { EmailTheme } from './colour/email-colours.ts'
import { pairStyle } from './email-styles.ts'
import { element, emptyElement, type Markup, style } from './markup.ts'

/** A logo, as a host sets it. */
export interface EmailLogo {
  url: string
  width: number
  height: number
}

const isShown = ({ url, width, height }: EmailLogo) =>
  URL.canParse(url) &&
  new URL(url).protocol === 'https:' &&
  !/\.svgz?$/i.test(new URL(url).pathname) &&
  [width, height].every((side) => Number.isFinite(side) && side >= 1 && side <= 520)

/** The head of the card: the logo, or the first letter of the name, and the name. */
export function emailBrand(name: string, logo: EmailLogo | undefined, { title }: EmailTheme): Markup {
  const cell = (
    attributes: Record<string, string>,
    declarations: Record<string, string>,
    content: Markup | string,
  ) =>
    element(
      'td',
      { valign: 'middle', ...attributes, style: style({ ...declarations, ...pairStyle(title) }) },
      content,
    )
  const mark = logo && isShown(logo) ? image(logo) : letter(name, title.color)
  const row = element('tr', {}, [
    cell({ class: 'title' }, { padding: '0' }, mark),
    cell(
      { class: 'title', dir: 'auto' },
      { padding: '0 10px', 'font-size': '14px', 'line-height': '22px', 'font-weight': '600' },
      name,
    ),
  ])
  return element('table', { role: 'presentation', cellpadding: '0', cellspacing: '0', border: '0' }, row)
}

const image = ({ url, width, height }: EmailLogo) =>
  emptyElement('img', {
    src: url,
    alt: '',
    width: String(Math.round(width)),
    height: String(Math.round(height)),
    style: style({ display: 'block', border: '0' }),
  })

const letter = (name: string, color: string) =>
  element(
    'div',
    {
      class: 'mark',
      'aria-hidden': 'true',
      style: style({
        width: '20px',
        height: '20px',
        border: `1px solid ${color}`,
        'border-radius': '6px',
        ...pairStyle({ color, background: '#ffffff' }),
        'font-size': '12px',
        'line-height': '20px',
        'font-weight': '700',
        'text-align': 'center',
      }),
    },
    firstLetter(name),
  )

const firstLetter = (name: string) =>
  (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? [...name][0] ?? '').toLocaleUpperCase()
