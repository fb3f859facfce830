import type { RoleRef } from '../../contract/roles.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { usersTableMessages } from '../../messages/users-table.ts'

type Messages = FormattedMessages<(typeof usersTableMessages)['messages']>

/** What a role is called, also when its name is missing. */
export const roleName = ({ name }: RoleRef, messages: Messages): string => name.trim() || messages.unknownRole
