import { describe, expect, it } from 'vitest'
import type { EmailOptions } from '../../src/email/invitation/invitation-email.ts'
import { writeInvitationEmail } from '../../src/email/invitation/write-invitation-email.ts'
import { anInvitation } from './an-invitation.ts'
import { lintEmail, stylesOf, tagsOf } from './lint-email.ts'

const written = (options: EmailOptions = {}) => writeInvitationEmail(anInvitation, options).html

describe('the HTML of an email', () => {
  const accents = [
    '#ffd43b',
    '#000',
    '#fff8',
    'oklch(0.85 0.18 95)',
    'oklch(85% 45% 0.26turn / 0.5)',
    'hsl(120 100% 50%)',
  ].concat([
    'rgb(0 0 0 / 50%)',
    'rgba(255, 212, 59, 0.9)',
    'color-mix(in oklab, #3b5bdb 60%, white)',
    'color-mix(in lch, red, blue)',
    'var(--x)',
    'rgb(from #fff r g b)',
    'light-dark(#000, #fff)',
    'red;} body{display:none',
  ])

  it.each(accents)('V7: passes the lint with the accent %s', (accent) => {
    const html = written({ brand: { accent } })
    expect(lintEmail(html)).toEqual([])
    expect(stylesOf(html).length).toBeGreaterThan(30)
  })

  it('passes it right to left, and with a logo', () => {
    const logo = { url: 'https://acme.example/logo.png', width: 120, height: 24 }
    const html = written({ locale: 'ar', brand: { logo } })
    expect(lintEmail(html)).toEqual([])
    expect(html).toContain('<img src="https://acme.example/logo.png" alt="" width="120" height="24"')
    expect(html).toContain('padding-right:16px')
    expect(
      tagsOf(html).filter(({ name, attributes }) => name === 'td' && attributes.dir === 'rtl'),
    ).toHaveLength(3)
  })

  it.each([
    'http://acme.example/logo.png',
    'data:image/png;base64,AA',
    'https://acme.example/logo.svg',
    'logo.png',
  ])('leaves out the logo %s', (url) => {
    expect(written({ brand: { logo: { url, width: 120, height: 24 } } })).not.toContain('<img')
  })

  it('V7: has a readable button without its style sheet, and without any background', () => {
    const html = written().replace(/<style>.*?<\/style>/s, '')
    const [button] = tagsOf(html).filter(({ attributes }) => attributes.class === 'button')
    expect(button?.attributes.href).toBe(anInvitation.link)
    expect(lintEmail(html.replace(/background-color:#[\da-f]{6}/g, 'background-color:#ffffff'))).toEqual([])
    // Unlike the sheet, the inline style leaves the line under a link.
    expect(button?.attributes.style).not.toContain('text-decoration')
  })

  it('stays far under what Gmail clips, whatever people wrote', () => {
    const long = '<&"\'>'.repeat(500)
    const html = writeInvitationEmail({
      ...anInvitation,
      ...{
        company: long,
        inviter: long,
        role: long,
        message: long,
        teams: Array.from({ length: 500 }, () => long),
      },
    }).html
    expect(Buffer.byteLength(html)).toBeLessThan(40_000)
    expect(lintEmail(html)).toEqual([])
  })
})

describe('the lint', () => {
  it.each([
    ['<td style="color:#ffffff;background-color:#eeeeee">'],
    ['<td style="color:#000000">'],
    ['<td style="color:red;background-color:#ffffff">'],
    ['<p style="width:calc(100% - 2px)">'],
    ['<p style="display:flex;gap:4px">'],
    ['<img src="https://a.example/a.svg" alt="" width="1" height="1">'],
    ['<table>'],
    ['<script>'],
    ['<table role="presentation"><tr><td>text</td></tr></table>'],
    [`<p>${'x'.repeat(104_448)}</p>`],
  ])('finds the fault of %.60s', (html) => {
    expect(lintEmail(html)).not.toEqual([])
  })
})
