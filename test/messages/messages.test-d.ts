import { expectTypeOf } from 'vitest'
import { defineMessages } from '../../src/messages/define-messages.ts'
import { formatMessages } from '../../src/messages/format-messages.ts'
import type { MessageValue } from '../../src/messages/message.ts'
import type { MessageOverrides } from '../../src/messages/overrides.ts'

const { messages } = defineMessages('sample', {
  title: '{Users} of the {company}',
  countOf: '{shown} of {total}',
  nested: { count: { one: '{count} {user} in {place}', other: '{count} {users} in {place}' } },
})
const t = formatMessages(messages, { locale: 'en' })

expectTypeOf(t.title).toBeString()
expectTypeOf(t.countOf).parameter(0).toEqualTypeOf<{ shown: MessageValue; total: MessageValue }>()
expectTypeOf(t.nested.count).parameter(0).toEqualTypeOf<{ count: number; place: MessageValue }>()

expectTypeOf<{ shown: 1 }>().not.toExtend<Parameters<typeof t.countOf>[0]>()
expectTypeOf<{ usersTable: { you: 'Me' }; nouns: { user: 'agent' } }>().toExtend<MessageOverrides>()
expectTypeOf<{ reasons: { on_call: 'Not while they are on call.' } }>().toExtend<MessageOverrides>()
expectTypeOf<{ usersTable: { you: 1 } }>().not.toExtend<MessageOverrides>()
