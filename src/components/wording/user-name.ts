import type { User } from '../../contract/users.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { usersTableMessages } from '../../messages/users-table.ts'

type Messages = FormattedMessages<(typeof usersTableMessages)['messages']>

/** A letter or digit of most names. The classes of all characters take milliseconds to compile. */
const plain = /[A-Za-z0-9]/

const isVisible = (text: string) => plain.test(text) || /[^\p{C}\p{Z}]/u.test(text)

/** The name of a user, or their email if the name has no visible characters. */
export const userName = ({ name, email }: User, messages: Messages): string =>
  [name, email].map((text) => text.trim()).find(isVisible) ?? messages.unnamed
