import type { EmailTheme } from './colour/email-colours.ts'
import { emailSheet, pairStyle } from './email-styles.ts'
import { element, emptyElement, type Markup, style } from './markup.ts'

/** What a page of an email is made of. */
export interface EmailPage {
  locale: string
  direction: 'ltr' | 'rtl'
  title: string
  light: EmailTheme
  dark: EmailTheme
  /** The blocks of the card, each below the one before. */
  blocks: readonly Markup[]
  /** The sentence below the card. */
  foot: string
}

const font = "Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

const table = (attributes: Record<string, string>, rows: readonly Markup[]) =>
  element(
    'table',
    { role: 'presentation', cellpadding: '0', cellspacing: '0', border: '0', ...attributes },
    rows.flatMap((row) => [newLine, element('tr', {}, row)]),
  )

const newLine: Markup = { html: '\n' }

/** A whole document. Language and direction are on the cells too, since clients drop the elements around them. */
export function emailPage({ locale, direction, title, light, dark, blocks, foot }: EmailPage): string {
  const speech = { lang: locale, dir: direction }
  const align = direction === 'rtl' ? 'right' : 'left'
  const card = element(
    'td',
    {
      ...speech,
      class: 'card text',
      align,
      style: style({
        padding: '32px 40px 28px',
        'border-radius': '12px',
        ...pairStyle(light.text),
        'font-family': font,
        'font-size': '15px',
        'line-height': '24px',
        'text-align': align,
      }),
    },
    blocks.flatMap((block) => [newLine, block]),
  )
  const below = element(
    'td',
    {
      ...speech,
      class: 'page',
      align: 'center',
      style: style({
        padding: '20px 0 0',
        ...pairStyle(light.page),
        'font-family': font,
        'font-size': '12px',
        'line-height': '16px',
        'text-align': 'center',
      }),
    },
    foot,
  )
  const inner = table({ width: '560', style: style({ width: '100%', 'max-width': '560px' }) }, [card, below])
  const outer = element(
    'td',
    {
      ...speech,
      class: 'page',
      align: 'center',
      style: style({ padding: '32px 16px', ...pairStyle(light.page) }),
    },
    inner,
  )
  const head = element('head', {}, [
    emptyElement('meta', { charset: 'utf-8' }),
    emptyElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    emptyElement('meta', { name: 'color-scheme', content: 'light dark' }),
    emptyElement('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    emptyElement('meta', {
      name: 'format-detection',
      content: 'telephone=no, date=no, address=no, email=no, url=no',
    }),
    element('title', {}, title),
    newLine,
    element('style', {}, { html: emailSheet(light, dark) }),
  ])
  const body = element(
    'body',
    { class: 'page', style: style({ margin: '0', padding: '0', ...pairStyle(light.page) }) },
    table({ width: '100%', class: 'page', style: style({ width: '100%', ...pairStyle(light.page) }) }, [
      outer,
    ]),
  )
  return `<!doctype html>\n${element('html', speech, [newLine, head, newLine, body]).html}\n`
}
