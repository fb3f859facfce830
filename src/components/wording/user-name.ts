import type { User } from '../../contract/users.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { usersTableMessages } from '../../messages/users-table.ts'

type Messages = FormattedMessages<(typeof usersTableMessages)['messages']>

/** What a user is called: without a name that can be seen the email stands in. */
export const userName = ({ name, email }: User, messages: Messages): string =>
  [name, email].map((text) => text.trim()).find((text) => /[^\p{C}\p{Z}]/u.test(text)) ?? messages.unnamed
