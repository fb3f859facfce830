import { describe, expect, it } from 'vitest'
import { emailColours } from '../../src/email/colour/email-colours.ts'
import type { InvitationEmail } from '../../src/email/invitation/invitation-email.ts'
import { writeInvitationEmail } from '../../src/email/invitation/write-invitation-email.ts'
import { anInvitation, link } from './an-invitation.ts'
import { linksIn, shownText } from './links-in.ts'
import { tagsOf } from './lint-email.ts'

const write = (changes: Partial<InvitationEmail> = {}, options = {}) =>
  writeInvitationEmail({ ...anInvitation, ...changes }, options)

/** Without the invisible characters that keep clients from finding links. */
const seen = (text: string) => text.replaceAll('\u200c', '')

describe('an invitation by email', () => {
  it('says who invites, to what, as what, and until when', () => {
    const { senderName, subject, text, html } = write()
    expect([senderName, subject]).toEqual(['Acme Support', 'Amara Okafor invited you to Acme Support'])
    expect(text).toBe(`Amara Okafor invited you to Acme Support.
You join as Agent, in the teams Support EMEA and Onboarding.

Amara Okafor writes:

> Welcome! Your first shift plan is in the Onboarding channel.

Open this link to join. It works once, until March 24, 2026 at 2:20 PM UTC:

${link}

Not expecting this? Then do nothing: you join only if you open the link and press Join.

-- 
Sent by Acme Support because Amara Okafor entered your address.
`)
    for (const part of ['Join Acme Support', 'Welcome!', 'until March 24, 2026 at 2:20 PM UTC', link])
      expect(shownText(html)).toContain(part)
  })

  it('names the zone of its times, in the locale', () => {
    expect(write({}, { timeZone: 'Asia/Tokyo' }).text).toMatch(/11:20 PM GMT\+9/)
    expect(write({}, { locale: 'de', timeZone: 'Europe/Berlin' }).text).toMatch(/24\. März 2026 um 15:20 MEZ/)
  })

  it('leaves out what is missing', () => {
    const { subject, text, html } = write({ inviter: ' ', teams: [], message: '', expiresAt: undefined })
    expect(subject).toBe('You are invited to Acme Support')
    expect(text).toContain('You join as Agent.\n')
    expect(text).toContain('It works once:')
    expect(text + html).not.toMatch(/writes|blockquote|undefined|until/)
  })

  it('names ten teams and counts the others', () => {
    const teams = Array.from({ length: 12 }, (_, index) => `Team${index}`)
    for (const part of ['text', 'html'] as const)
      expect(shownText(write({ teams })[part])).toContain('in the teams Team0, Team1, Team2, ')
    expect(write({ teams }).text).toContain(' Team8, Team9, and 2 more.')
  })

  it.each([
    ['en', ['Chat'], 'in the team Chat.'],
    ['en', ['Chat', 'Night'], 'in the teams Chat and Night.'],
    ['en', ['Chat', 'Night', 'Leads'], 'in the teams Chat, Night, and Leads.'],
    ['de', ['Chat', 'Night', 'Leads'], 'in the teams Chat, Night und Leads.'],
    ['ja', ['Chat', 'Night'], 'in the teams Chat、Night.'],
  ])('joins the names of teams as %s does: %j', (locale, teams, sentence) => {
    const { text, html } = write({ teams }, { locale })
    expect(text).toContain(sentence)
    expect(shownText(html)).toContain(sentence)
  })

  it('takes other words from the host', () => {
    const messages = { invited: '{inviter} invited you to answer customers together.' }
    expect(write({}, { messages }).text).toMatch(/^Amara Okafor invited you to answer customers together\.\n/)
  })

  it.each(['', 'javascript:alert(1)', 'https://a.example/a b', 'https://a.example/\r\nBcc: x', '/join#x'])(
    'refuses the link %j',
    (wrong) => {
      expect(() => write({ link: wrong })).toThrow(TypeError)
    },
  )
})

describe('V3: the link', () => {
  it('is on its own line, and the only one that a mail client finds', async () => {
    const { text, html } = write({ company: 'Café Müller' })
    expect(text.split('\n')).toContain(link)
    expect(html.split('\n').some((line) => line.startsWith('<a') && line.includes(`>${link}</a>`))).toBe(true)
    expect(await linksIn(text)).toEqual([link])
    expect(await linksIn(shownText(html))).toEqual([link])
    expect(tagsOf(html).flatMap(({ attributes }) => attributes.href ?? [])).toEqual([link, link])
  })

  it('stays the only one whatever people wrote', async () => {
    const addresses = [
      'https://evil.example/a?b=c',
      'www.evil.com',
      'evil.com/login',
      'ceo@bank.com',
      'mailto:ceo@bank.com',
      '//evil.com',
      'ftp://evil.com',
      'evil。com',
      'http://127.0.0.1:80',
      'a.b.evil.co.uk',
      'tel:112',
      'evil.com.',
      'ceo＠bank.com',
      'bücher.com',
    ]
    const joined = addresses.join(' ')
    const lines = addresses.join('\n')
    const { text, html } = write({
      company: joined,
      inviter: joined,
      role: joined,
      teams: addresses,
      message: lines,
    })
    expect(await linksIn(text)).toEqual([link])
    expect(await linksIn(shownText(html))).toEqual([link])
    for (const address of addresses) {
      const only = write({ inviter: address })
      expect(await linksIn(only.text)).toEqual([link])
      expect(seen(only.text)).toContain(address)
      expect(seen(shownText(only.html))).toContain(address)
    }
    // So that the test would find one.
    expect((await linksIn(lines)).length).toBeGreaterThan(8)
  })
})

describe('V5: what people wrote', () => {
  it.each([
    ['markup', '<img src=x onerror=alert(1)> & "Söhne"', '<img src=x onerror=alert(1)> & "Söhne"'],
    ['an encoded word', '=?UTF-8?Q?Acme=0D=0AYour_password?=', '=?UTF-8?Q?Acme=0D=0AYour_password?='],
    ['line ends', 'Ac\u2028me\u0085Sup\u000bport\r\nBcc: x', 'Ac me Sup port Bcc: x'],
    ['direction', 'Acme\u202e troppuS\u2066', 'Acme troppuS'],
    ['controls', '\u0000Ac\u0007me\ufeff\u200b', 'Acme'],
    ['a lone surrogate', 'Acme \ud800', 'Acme \ufffd'],
  ])('is literal text: %s', (_, typed, shown) => {
    const { subject, text, html } = write({ company: typed, inviter: typed, message: typed })
    expect(subject).toBe(`${shown} invited you to ${shown}`)
    expect(seen(text)).toContain(`${shown} invited you to ${shown}.`)
    expect(seen(shownText(html))).toContain(`Join ${shown}`)
    expect(subject + text.replaceAll('\n', '') + shownText(html).replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\u2028\u202e]/u,
    )
    expect(tagsOf(html).map(({ name }) => name)).not.toContain('img')
  })

  it('keeps its own direction between other words', () => {
    const { subject } = write({ company: 'שלום', inviter: 'نور' })
    expect(subject).toBe('\u2068نور\u2069 invited you to \u2068שלום\u2069')
  })

  it('is shortened between graphemes', () => {
    const { subject } = write({ company: 'x'.repeat(1_200), inviter: '👩🏽‍🚀'.repeat(400) })
    expect(subject).toBe(`${'👩🏽‍🚀'.repeat(59)}… invited you to ${'x'.repeat(59)}…`)
    expect(write({ company: `e${'\u0301'.repeat(5_000)}` }).subject.length).toBeLessThan(600)
  })

  it('is a quotation, line by line, and begins no signature or heading', () => {
    const { text, html } = write({ message: 'One\r\n-- \n> Two\u2028\n\n\n\nThree' })
    expect(text).toContain('\n> One\n> --\n> > Two\n>\n> Three\n')
    expect(html).toContain('One<br>--<br>&gt; Two<br><br>Three')
  })
})

describe('the name of the sender', () => {
  it.each([
    ['Acme Support', 'Acme Support'],
    ['Booking.com', 'Booking.com'],
    ['ceo@bank.example', 'Desk'],
    ['Bank <ceo＠bank.example>', 'Desk'],
    ['https://bank.example', 'Desk'],
    ['www.bank.example', 'Desk'],
    [' \u202e ', 'Desk'],
  ])('%j is shown as %s', (company, name) => {
    expect(write({ company }, { product: 'Desk' }).senderName).toBe(name)
  })
})

describe('the colours of a brand', () => {
  it.each([
    ['#3b5bdb', '#3b5bdb'],
    ['#FD4', '#ffdd44'],
    ['rgb(0 0 0 / 50%)', '#808080'],
    ['rgb(100%, 0%, 0%)', '#ff0000'],
    ['hsl(240 100% 25%)', '#000080'],
    ['oklch(0.628 0.2577 29.23)', '#ff0000'],
    ['oklab(100% 0 0)', '#ffffff'],
    ['color-mix(in srgb, #000 25%, #fff)', '#bfbfbf'],
    ['var(--brand)', '#3b5bdb'],
    ['not a colour', '#3b5bdb'],
    ['rgb(1 2)', '#3b5bdb'],
    ['#12345', '#3b5bdb'],
  ])('%s fills the button with %s', (accent, fill) => {
    expect(emailColours(accent).light.button.background).toBe(fill)
  })
})
