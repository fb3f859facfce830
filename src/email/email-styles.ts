import type { EmailTheme, Pair } from './colour/email-colours.ts'
import { style } from './markup.ts'

/** A pair of colours as declarations of one element: a client that changes one of them sees the other. */
export const pairStyle = ({ color, background }: Pair): Record<string, string> => ({
  color,
  'background-color': background,
})

const rule = (selector: string, declarations: Record<string, string>) => {
  const important = Object.entries(declarations).map(([property, value]) => [property, `${value} !important`])
  return `${selector}{${style(Object.fromEntries(important))}}`
}

/** The rules of one theme. The button and the mark are filled here alone, so that they can be read without any rule. */
function themeRules(theme: EmailTheme): string[] {
  return [
    rule('.page', pairStyle(theme.page)),
    rule('.title', pairStyle(theme.title)),
    rule('.text', pairStyle(theme.text)),
    rule('.small', pairStyle(theme.small)),
    rule('.link', pairStyle(theme.link)),
    rule('.mark', { ...pairStyle(theme.mark), 'border-color': theme.mark.background }),
    rule('.button', {
      ...pairStyle(theme.button),
      'border-color': theme.button.background,
      'text-decoration': 'none',
    }),
    rule('.quote', { ...pairStyle(theme.text), 'border-color': theme.line }),
    rule('.line', { 'border-color': theme.rule }),
  ]
}

/** What a client that keeps style sheets adds to the inline styles: the filled button, and dark colours. */
export function emailSheet(light: EmailTheme, dark: EmailTheme): string {
  const narrow = ['@media (max-width:600px){', rule('.card', { padding: '24px 20px 20px' }), '}']
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    ...themeRules(light),
    ...narrow,
    '@media (prefers-color-scheme:dark){',
    ...themeRules(dark),
    '}',
  ].join('\n')
}
