import type { RoleRef } from '../../contract/roles.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { usersTableMessages } from '../../messages/users-table.ts'

type Messages = FormattedMessages<(typeof usersTableMessages)['messages']>

/** The name of a role, or a text if it has none. */
export const roleName = ({ name }: RoleRef, messages: Messages): string => name.trim() || messages.unknownRole
