import { describe, expect, it } from 'vitest'
import { readJoinLink } from '../../../src/state/join/read-join-link.ts'
import { cpuTime } from '../../cpu-time.ts'

const token = 'AQYzJx_2vT4oLrZk1XWc0dNfYb7sJ9eGiPuMhV3tEwKxA5RqCnB6lOyUpDgSjF_2vT4oLrZk1XWc0dNfYb7sJ9e4Kx9Qw-'
const link = `https://support.acme.example/join#${token}`
const broken = `https://support.acme.example/join#${token.slice(0, 30)}`

describe('the link of an invitation', () => {
  it.each([
    ['the fragment', `#${token}`],
    ['the whole link', link],
    ['its last part', token],
    ['its last part with white space', ` ${token}\n`],
    ['a link in angle brackets', `<${link}>`],
    ['a link in brackets and quotes', `("${link}")`],
    ['a link with a full stop', `${link}.`],
    ['a link with text around it', `Please open ${link} today. Thanks, Amara`],
    ['a link with a parameter that a tracker added', `${link}&utm_source=mail`],
    ['a link with an encoded bracket', `${link}%3E`],
    ['a link with an encoded space and more', `${link}%20(expires)`],
    ['a link that is encoded once more', encodeURIComponent(link)],
    ['a link that another link carries', `https://safe.example/?url=${encodeURIComponent(link)}&data=05`],
    [
      'a link that is carried twice',
      `https://a.example/?u=${encodeURIComponent(`https://b.example/?u=${encodeURIComponent(link)}`)}`,
    ],
    ['zero-width characters inside', `${broken}\u200b${token.slice(30)}`],
    ['a soft hyphen inside', `${broken}\u00ad${token.slice(30)}`],
    ['a link in two lines', `${broken}\n${token.slice(30)}`],
    ['a link in two lines of Windows', `${broken}\r\n${token.slice(30)}\r\n`],
    ['a link in quoted-printable lines', `${broken}=\r\n${token.slice(30)}`],
    ['a link in quoted lines', `> ${broken}\n> ${token.slice(30)}`],
    ['its last part in two lines', `${token.slice(0, 30)}\n${token.slice(30)}`],
    [
      'the whole email',
      `Amara invited you.\n\nOpen this link:\n\n${link}\n\nNot expecting this? Do nothing.`,
    ],
  ])('is read from %s', (_, text) => {
    expect(readJoinLink(text)).toBe(token)
  })

  it.each([
    ['nothing', ''],
    ['an empty fragment', '#'],
    ['a link without a fragment', 'https://support.acme.example/join'],
    ['a link with an empty fragment', 'https://support.acme.example/join#'],
    ['another fragment', '#main'],
    ['words', 'please let me in'],
    ['a sentence without a link', `The link was ${token}`],
    ['broken escapes', '%E0%A4%A'],
  ])('is not read from %s', (_, text) => {
    expect(readJoinLink(text)).toBe('')
  })

  it('keeps characters that only look like punctuation, and guesses nothing', () => {
    expect(readJoinLink(`${link}_`)).toBe(`${token}_`)
    expect(readJoinLink(`#${token.toLowerCase()}`)).toBe(token.toLowerCase())
  })

  it('is read from a long text in no time', () => {
    for (const text of [
      '%'.repeat(100_000),
      'a\n'.repeat(50_000),
      '#'.repeat(100_000),
      '=\n> '.repeat(30_000),
    ])
      expect(cpuTime(() => readJoinLink(text))).toBeLessThan(1_000)
  })
})
