import type { PartialRow } from '../../contract/selections.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Person } from './Person.tsx'
import type { RunMessages } from './run-words.ts'
import { usePersonName } from './usePersonName.ts'

interface PartialRowsProps {
  rows: readonly PartialRow[]
  onOpenUser?: ((id: string) => void) | undefined
}

/** The users who were restored in part. */
export function PartialRows({ rows, onOpenUser }: PartialRowsProps) {
  const t = useMessages(selectionRunMessages)
  const nameOf = usePersonName()
  return (
    <ul className="roster-failures">
      {rows.map((row) => (
        <Person
          key={row.id}
          person={row}
          note={missingSentence(t, row)}
          action={
            onOpenUser && (
              <Button
                variant="quiet"
                aria-label={t.openName({ name: nameOf(row) })}
                onClick={() => onOpenUser(row.id)}
              >
                {t.open}
              </Button>
            )
          }
        />
      ))}
    </ul>
  )
}

/** What is missing, one sentence for the role and one for the teams. */
function missingSentence(t: RunMessages, { missing }: PartialRow): string {
  const teams = missing.filter(({ kind }) => kind === 'team').map(({ name }) => name)
  const roles = missing
    .filter(({ kind }) => kind === 'role')
    .map(({ name, replacedBy }) =>
      replacedBy
        ? t.undo.roleReplaced({ roleName: name, newRole: replacedBy.name })
        : t.undo.roleGone({ roleName: name }),
    )
  const gone = teams.length > 0 ? [t.undo.teamsGone({ count: teams.length, teamNames: teams })] : []
  return [...roles, ...gone].join(' ')
}
