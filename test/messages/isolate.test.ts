import { describe, expect, it } from 'vitest'
import { dialogMessages } from '../../src/messages/dialog.ts'
import { errorsMessages } from '../../src/messages/errors.ts'
import { fieldsMessages } from '../../src/messages/fields.ts'
import { formatMessages } from '../../src/messages/format-messages.ts'
import { formats } from '../../src/messages/formats.ts'
import { isolate } from '../../src/messages/isolate.ts'
import { linkText } from '../../src/messages/link-text.ts'
import { reasonsMessages } from '../../src/messages/reasons.ts'
import { statesMessages } from '../../src/messages/states.ts'
import { tableMessages } from '../../src/messages/table.ts'
import { timeMessages } from '../../src/messages/time.ts'
import { toasterMessages } from '../../src/messages/toaster.ts'
import { userPanelMessages } from '../../src/messages/user-panel.ts'
import { usersSettingsMessages } from '../../src/messages/users-settings.ts'
import { usersTableMessages } from '../../src/messages/users-table.ts'

const catalogues = [
  dialogMessages,
  errorsMessages,
  fieldsMessages,
  reasonsMessages,
  statesMessages,
  tableMessages,
  timeMessages,
  toasterMessages,
  userPanelMessages,
  usersSettingsMessages,
  usersTableMessages,
]

const [first, last] = ['\u2068', '\u2069']
const arabic = 'ليلى'
const hebrew = 'דנה'
const controls = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']

/** Formats every message of a catalogue, with the same text for each parameter. */
function* sentences(tree: object, value: string): Generator<string> {
  const parameters = new Proxy(
    {},
    {
      get: (_, name) => (name === 'count' ? 2 : value),
      getOwnPropertyDescriptor: (_, name) =>
        /^[a-z]/.test(String(name)) ? { configurable: true, enumerable: true, value } : undefined,
    },
  )
  for (const node of Object.values(tree)) {
    if (typeof node === 'function') yield node(parameters)
    else if (typeof node === 'string') yield node
    else yield* sentences(node, value)
  }
}

describe('a name inside text', () => {
  it('cannot turn any message around', () => {
    for (const { messages } of catalogues)
      for (const sentence of sentences(formatMessages(messages, { locale: 'en' }), `Eve${controls.join('')}`))
        expect(sentence).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  it('is isolated where it is right-to-left, in every message that it fills', () => {
    for (const { messages } of catalogues)
      for (const sentence of sentences(formatMessages(messages, { locale: 'en' }), `\u202e${arabic}`))
        expect(sentence.replaceAll(`${first}${arabic}${last}`, '')).not.toMatch(
          /[\u2066-\u2069]|\p{Script=Arabic}/u,
        )
  })

  it('is left as it is written in a left-to-right sentence, so that it can be found', () => {
    const t = formatMessages(tableMessages.messages, { locale: 'en' })
    for (const name of ['Ada', 'Zoë', '李小龍', 'Ольга', 'สมชาย', 'अनिल', '😀', ''])
      expect(t.selectRow({ name })).toBe(`Select ${name}`)
  })

  it('is isolated in a right-to-left sentence, also by its nouns', () => {
    const t = formatMessages(tableMessages.messages, {
      locale: 'he',
      overrides: { selectRow: 'בחירת {name}' },
    })
    expect(t.selectRow({ name: 'Ada' })).toBe(`בחירת ${first}Ada${last}`)
    const panel = formatMessages(userPanelMessages.messages, { locale: 'he', nouns: { role: 'תפקיד' } })
    expect(panel.role.keep({ roleName: 'Billing' })).toBe('Keep Billing')
    expect(panel.conflict.lead({ name: 'Ada' })).toContain(`${first}Ada${last}`)
  })

  it('stays on one line, since a line break ends an isolate', () => {
    expect(isolate(`${hebrew}\n\u2029x`)).toBe(`${first}${hebrew} x${last}`)
  })

  it('keeps marks of direction and joiners, which are part of words', () => {
    expect(isolate('می\u200cروم \u200fא')).toBe(`${first}می\u200cروم \u200fא${last}`)
  })
})

describe('a list inside text', () => {
  it('isolates each of its names', () => {
    const t = formatMessages(userPanelMessages.messages, { locale: 'en' })
    expect(t.role.joins({ joined: [hebrew, 'Night\u202e'] })).toBe(
      `Joins ${first}${hebrew}${last}, Night via the new role.`,
    )
    expect(formats({ locale: 'en' }).list(['A\u202e', arabic])).toBe(`A, ${first}${arabic}${last}`)
  })
})

describe('a parameter', () => {
  it('is never a property that every object has', () => {
    const t = formatMessages({ own: '{constructor} {name}' } as const, { locale: 'en' })
    expect(t.own({ name: 'Ada' } as Parameters<typeof t.own>[0])).toBe('{constructor} Ada')
  })
})

describe('linkText', () => {
  it('splits one sentence at its link', () => {
    const t = formatMessages(usersSettingsMessages.messages, { locale: 'en' })
    expect(linkText((marks) => t.changes({ count: 3, ...marks }))).toEqual({
      before: '3 changes, ',
      link: 'refresh',
      after: '',
    })
  })

  it('follows a translation that puts the link first', () => {
    const overrides = { changes: { other: '{start}Neu laden{end}: {count} Änderungen' } }
    const t = formatMessages(usersSettingsMessages.messages, { locale: 'de', overrides })
    expect(linkText((marks) => t.changes({ count: 3, ...marks }))).toEqual({
      before: '',
      link: 'Neu laden',
      after: ': 3 Änderungen',
    })
  })
})

describe('every message', () => {
  it('is plain English', () => {
    const worst =
      /\b(somebody|meanwhile|any more|whoever|for good|leads nowhere|of (its|their) own|at once)\b/i
    const found = catalogues.flatMap(({ messages }) =>
      [...sentences(formatMessages(messages, { locale: 'en' }), 'x')].filter((sentence) =>
        worst.test(sentence),
      ),
    )
    expect(found).toEqual([])
  })

  it('of a failure does not repeat the button beside it', () => {
    for (const text of Object.values(errorsMessages.messages)) expect(text).not.toMatch(/try again/i)
  })
})
