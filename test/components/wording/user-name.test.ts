import { expect, it } from 'vitest'
import { userName } from '../../../src/components/wording/user-name.ts'
import type { User } from '../../../src/contract/users.ts'
import { formatMessages } from '../../../src/messages/format-messages.ts'
import { usersTableMessages } from '../../../src/messages/users-table.ts'

const t = formatMessages(usersTableMessages.messages, { locale: 'en' })
const called = (name: string, email = 'ada@example.com') => userName({ name, email } as User, t)

it('userName is the email where no letter of the name can be seen', () => {
  expect(called(' Ada ')).toBe('Ada')
  expect(called('👩‍💻')).toBe('👩‍💻')
  for (const name of ['', ' ', '\u200b', '\u0000', '\ud800', '\u202e\u00a0'])
    expect(called(name)).toBe('ada@example.com')
  expect(called('\u200b', '')).toBe(t.unnamed)
})
