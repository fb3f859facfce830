import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../../../backend/node/config.ts'

const key = { ROSTER_SECRET_KEY: 'k'.repeat(32) }
const mistakes = (environment: Record<string, string>, options = {}) => {
  try {
    readConfig({ ...key, ...environment }, options)
    return []
  } catch (error) {
    return error instanceof ConfigError ? error.mistakes : [String(error)]
  }
}
const production = { NODE_ENV: 'production' }
const complete = {
  SMTP_URL: 'smtp://user:secret@mail.example:587',
  MAIL_FROM: 'invitations@acme.example',
  JOIN_URL: 'https://acme.example/join',
}

describe('the mail configuration', () => {
  it('refuses to start in production without a mail server, unless told to drop emails', () => {
    expect(mistakes(production)).toEqual([
      expect.stringMatching(/^SMTP_URL is missing\. .*MAIL=drop/),
      expect.stringMatching(/^MAIL_FROM is missing/),
      expect.stringMatching(/^JOIN_URL is missing/),
    ])
    expect(mistakes({ ...production, MAIL: 'drop' })).toEqual([])
    expect(mistakes({ ...production, ...complete })).toEqual([])
    expect(mistakes(production, { hasOwnMail: true })).toEqual([])
    expect(mistakes({})).toEqual([])
  })

  it('is what the environment says', () => {
    const { mail } = readConfig({ ...key, ...complete, MAIL_REPORTS_TO: 'abuse@acme.example' })
    expect(mail).toEqual({
      smtpUrl: complete.SMTP_URL,
      from: complete.MAIL_FROM,
      joinUrl: complete.JOIN_URL,
      reportsTo: 'abuse@acme.example',
    })
    expect(readConfig({ ...key, ...complete, MAIL: 'drop' }).mail.smtpUrl).toBeUndefined()
  })

  it.each([
    ['SMTP_URL', 'http://secret@mail.example'],
    ['SMTP_URL', 'mail.secret.example'],
    ['MAIL', 'off'],
    ['MAIL_FROM', 'Acme <a@acme.example>'],
    ['MAIL_FROM', 'a@acme.example,b@acme.example'],
    ['MAIL_REPORTS_TO', 'abuse'],
    ['JOIN_URL', '/join'],
    ['JOIN_URL', 'https://acme.example/join#x'],
    ['JOIN_URL', 'https://acme.example/join?x=1'],
    ['JOIN_URL', 'ftp://acme.example/join'],
  ])('refuses %s=%s, without showing a password', (name, value) => {
    const [mistake, ...more] = mistakes({ [name]: value })
    expect(more).toEqual([])
    expect(mistake).toMatch(new RegExp(`^${name} must be `))
    expect(mistake).not.toContain('secret')
  })
})
