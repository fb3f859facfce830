import { emailColours } from '../colour/email-colours.ts'
import { emailBrand } from '../email-brand.ts'
import { emailPage } from '../email-page.ts'
import { pairStyle } from '../email-styles.ts'
import { element, emptyElement, literal, type Markup, style } from '../markup.ts'
import type { EmailBrand } from './invitation-email.ts'
import type { WordedInvitation } from './word-invitation.ts'

/** The HTML part. */
export function invitationHtml(worded: WordedInvitation, brand: EmailBrand = {}): string {
  const { light, dark } = emailColours(brand.accent)

  const title = element(
    'h1',
    {
      class: 'title',
      style: style({
        margin: '28px 0 0',
        ...pairStyle(light.title),
        'font-size': '24px',
        'line-height': '32px',
        'font-weight': '600',
        'overflow-wrap': 'anywhere',
      }),
    },
    worded.title,
  )
  const text = element(
    'p',
    {
      class: 'text',
      style: style({ margin: '8px 0 0', ...pairStyle(light.text), 'overflow-wrap': 'anywhere' }),
    },
    `${worded.invited} ${worded.joinAs}`,
  )
  const button = element(
    'p',
    { style: style({ margin: '24px 0 0' }) },
    element(
      'a',
      {
        class: 'button',
        href: worded.link,
        style: style({
          display: 'inline-block',
          padding: '9px 19px',
          border: `1px solid ${light.link.color}`,
          'border-radius': '8px',
          ...pairStyle(light.link),
          'font-weight': '600',
          'overflow-wrap': 'anywhere',
        }),
      },
      worded.button,
    ),
  )
  const small = (
    content: string | readonly (string | Markup)[],
    declarations: Record<string, string>,
    name = 'small',
  ) =>
    element(
      'p',
      {
        class: name,
        style: style({
          ...declarations,
          ...pairStyle(light.small),
          'font-size': '13px',
          'line-height': '20px',
        }),
      },
      content,
    )
  const address = element(
    'a',
    {
      class: 'link',
      dir: 'ltr',
      href: worded.link,
      style: style({ ...pairStyle(light.link), 'text-decoration': 'none', 'word-break': 'break-all' }),
    },
    literal(worded.link),
  )

  return emailPage({
    locale: worded.locale,
    direction: worded.direction,
    title: worded.subject,
    light,
    dark,
    blocks: [
      emailBrand(worded.company, brand.logo, light),
      title,
      text,
      ...(worded.quotation.length > 0 ? [quotation(worded)] : []),
      button,
      small([worded.buttonHint, emptyElement('br'), { html: '\n' }, address], { margin: '24px 0 0' }),
      small(
        worded.unexpectedButton,
        { margin: '20px 0 0', padding: '16px 0 0', 'border-top': `1px solid ${light.rule}` },
        'small line',
      ),
    ],
    foot: worded.reason,
  })

  /** Each line of the message, and who wrote it. Its own words decide its direction. */
  function quotation({ quotation: lines, inviter, direction }: WordedInvitation): Markup {
    const side = direction === 'rtl' ? 'right' : 'left'
    const author = element(
      'p',
      {
        class: 'small',
        style: style({ margin: '0', ...pairStyle(light.small), 'font-size': '13px', 'line-height': '20px' }),
      },
      inviter ?? '',
    )
    const words = element(
      'p',
      {
        dir: 'auto',
        class: 'text',
        style: style({ margin: '0', ...pairStyle(light.text), 'overflow-wrap': 'anywhere' }),
      },
      lines.flatMap((line, index) => (index === 0 ? [line] : [emptyElement('br'), line])),
    )
    return element(
      'blockquote',
      {
        class: 'quote',
        style: style({
          margin: '20px 0 0',
          [`padding-${side}`]: '16px',
          [`border-${side}`]: `2px solid ${light.line}`,
          ...pairStyle(light.text),
        }),
      },
      inviter ? [words, author] : words,
    )
  }
}
