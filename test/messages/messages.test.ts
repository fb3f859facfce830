import { describe, expect, it } from 'vitest'
import { knownReasons } from '../../src/contract/actions.ts'
import { errorCodes } from '../../src/contract/problems.ts'
import { defineMessages } from '../../src/messages/define-messages.ts'
import { direction } from '../../src/messages/direction.ts'
import { errorSentence, errorsMessages } from '../../src/messages/errors.ts'
import { formatMessages } from '../../src/messages/format-messages.ts'
import { pseudoLocalise } from '../../src/messages/pseudo-locale.ts'
import { denialSentence, reasonSentence, reasonsMessages } from '../../src/messages/reasons.ts'

const { messages } = defineMessages('sample', {
  title: '{Users}',
  greeting: 'Hello {name}',
  toolbar: { count: { one: '{count} {user}', other: '{count} {users}' } },
})

describe('formatMessages', () => {
  it('fills parameters, and formats numbers in the locale', () => {
    const t = formatMessages(messages, { locale: 'en' })
    expect(t.greeting({ name: 'Ada' })).toBe('Hello Ada')
    expect(t.toolbar.count({ count: 1204 })).toBe('1,204 users')
    expect(formatMessages(messages, { locale: 'de' }).toolbar.count({ count: 1204 })).toBe('1.204 users')
  })

  it('chooses the plural form by the rules of the locale', () => {
    const overrides = { toolbar: { count: { one: 'one', few: 'few', many: 'many', other: 'other' } } }
    const polish = formatMessages(messages, { locale: 'pl', overrides })
    expect([1, 3, 5, 1.5].map((count) => polish.toolbar.count({ count }))).toEqual([
      'one',
      'few',
      'many',
      'other',
    ])
  })

  it('keeps the defaults where a store of overrides has nothing', () => {
    const overrides = JSON.parse('{ "title": null, "toolbar": null }')
    const t = formatMessages(messages, { locale: 'en', overrides })
    expect([t.title, t.toolbar.count({ count: 1 })]).toEqual(['Users', '1 user'])
  })

  it('keeps the defaults beside a deep override', () => {
    const t = formatMessages(messages, {
      locale: 'en',
      overrides: { toolbar: { count: { other: 'all of {count}' } } },
    })
    expect(t.toolbar.count({ count: 2 })).toBe('all of 2')
    expect(t.greeting({ name: 'Ada' })).toBe('Hello Ada')
  })

  it('changes a noun everywhere at once, also at the head of a sentence', () => {
    const t = formatMessages(messages, { locale: 'en', nouns: { user: 'agent', users: 'agents' } })
    expect(t.title).toBe('Agents')
    expect(t.toolbar.count({ count: 1 })).toBe('1 agent')
  })

  it('accents, lengthens and brackets every text in en-XA, and leaves what is filled in', () => {
    const t = formatMessages(messages, { locale: 'en-XA' })
    expect(t.greeting({ name: 'Ada' })).toBe('[Ĥêl̂l̂ô Ada ~ ~]')
    expect(t.toolbar.count({ count: 2 })).toMatch(/^\[2 ûŝêr̂ŝ/)
  })
})

describe('pseudoLocalise', () => {
  it('grows a text by about a third', () => {
    const text = 'Who can sign in to {companyName}, and what they may do.'
    const letters = text.replace('{companyName}', '').length
    const seen = pseudoLocalise(text).replace('{companyName}', '').replace(/\p{M}/gu, '')
    const grown = seen.length - '[]'.length
    expect(grown / letters).toBeGreaterThanOrEqual(1.3)
    expect(grown / letters).toBeLessThanOrEqual(1.45)
  })
})

describe('direction', () => {
  it('is that of the locale’s script', () => {
    expect(['ar', 'he-IL', 'ur', 'fa', 'az-Arab'].map(direction)).toEqual(Array(5).fill('rtl'))
    expect(['en', 'en-XA', 'ja', 'az', 'ar-Latn'].map(direction)).toEqual(Array(5).fill('ltr'))
  })
})

describe('sentences', () => {
  const reasons = formatMessages(reasonsMessages.messages, { locale: 'en' })
  const errors = formatMessages(errorsMessages.messages, { locale: 'en' })

  it('exist for every known reason and code', () => {
    for (const reason of knownReasons)
      expect(reasonSentence(reasons, { allowed: false, reason })).not.toBe(reasons.unknown)
    for (const code of Object.keys(errorCodes))
      expect(errorSentence(errors, { code })).not.toBe(errors.unknown)
  })

  it('prefer the host’s own message for an unknown code, then the backend’s sentence', () => {
    const overrides = {
      on_call: 'On call until {until}.',
      frozen: { one: 'one', other: '{count} are frozen.' },
    }
    const own = {
      reasons: formatMessages(reasonsMessages.messages, { locale: 'en', overrides }),
      errors: formatMessages(errorsMessages.messages, { locale: 'en', overrides }),
    }
    const sent = 'Not\u202e during\u2069 the shift.'
    const params = { until: '18:00' }
    expect(denialSentence(own.reasons, { allowed: false, reason: 'on_call', params, message: sent })).toBe(
      'On call until 18:00.',
    )
    expect(errorSentence(own.errors, { code: 'on_call', params, userMessage: sent })).toBe(
      'On call until 18:00.',
    )
    expect(errorSentence(own.errors, { code: 'frozen', params: { count: '3' } })).toBe('3 are frozen.')
    expect(denialSentence(own.reasons, { allowed: false, reason: 'shift', message: sent })).toBe(
      'Not during the shift.',
    )
    expect(errorSentence(own.errors, { code: 'shift', userMessage: sent })).toBe('Not during the shift.')
    expect(errorSentence(own.errors, { code: 'shift', userMessage: ' \u202e ' })).toBe(own.errors.unknown)
    expect(denialSentence(own.reasons, { allowed: false, reason: 'self', message: sent })).toBe(
      own.reasons.self,
    )
  })

  it('read a word of a newer server as a plain denial or failure', () => {
    expect(reasonSentence(reasons, { allowed: false, reason: 'toString' })).toBe(reasons.unknown)
    expect(errorSentence(errors, { code: 'constructor' })).toBe(errors.unknown)
  })

  it('name the permission where the server does', () => {
    const action = {
      allowed: false,
      reason: 'missing_permission',
      params: { permission: 'Manage users' },
    } as const
    expect(reasonSentence(reasons, action)).toContain('Manage users')
  })
})
