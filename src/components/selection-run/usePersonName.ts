import { usersTableMessages } from '../../messages/users-table.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Returns what a person is called: their name, or the address of someone who has none or is only invited. */
export function usePersonName(): (person: { name: string; email?: string | undefined }) => string {
  const { unnamed } = useMessages(usersTableMessages)
  return ({ name, email }) => name.trim() || email || unnamed
}
