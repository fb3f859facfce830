import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { UsersQuestion } from './question.ts'

interface ClearQuestionProps {
  question: UsersQuestion
  onClear: (() => void) | undefined
}

/** The button back to all rows, named by what it clears. It isn't rendered if there is nothing to clear. */
export function ClearQuestion({ question, onClear }: ClearQuestionProps) {
  const t = useMessages(usersSettingsMessages).noMatch
  const { search, roleNames = [], teamNames = [], otherFilters = 0 } = question
  const hasFilters = roleNames.length + teamNames.length + otherFilters > 0
  if (!onClear || (!search && !hasFilters)) return null
  return <Button onClick={onClear}>{hasFilters ? t.clear : t.clearSearch}</Button>
}
