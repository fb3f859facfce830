import type { FailedRow } from '../../contract/selections.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import { Person } from './Person.tsx'
import { isToLookAt } from './retryable.ts'
import { usePersonName } from './usePersonName.ts'
import { waitOf } from './wait-of.ts'

/** What can be done about a row that failed. A callback that is omitted hides its button. */
export interface FailedRowActions {
  /** Tries one user again. */
  onRetryUser?: ((id: string) => void) | undefined
  /** Opens a user who has changed in the meantime, so that the person can check them before another try. */
  onOpenUser?: ((id: string) => void) | undefined
}

interface FailedRowsProps extends FailedRowActions {
  rows: readonly FailedRow[]
  /** How many failed, of which `rows` are the first. */
  count: number
  /** Whether they are only invited. @default false */
  isInvited?: boolean | undefined
  /** Seconds since they failed, for those that can be tried again after a while. @default long enough for all of them */
  passed?: number
}

/** The users who weren't changed, each with its reason. */
export function FailedRows(props: FailedRowsProps) {
  const { rows, count, isInvited = false, passed = Infinity, onRetryUser, onOpenUser } = props
  const t = useMessages(selectionRunMessages)
  const sentence = useFailureSentence()
  const nameOf = usePersonName()
  return (
    <ul className="roster-failures">
      {rows.map((row) => {
        const opens = isToLookAt(row)
        const act = opens ? onOpenUser : onRetryUser
        const name = nameOf(row)
        const isCooling = waitOf(row) > passed
        return (
          <Person
            key={row.id}
            person={row}
            isInvited={isInvited}
            note={sentence({ ...row, userMessage: row.message })}
            tone="danger"
            action={
              act && (
                <Button
                  variant="quiet"
                  aria-disabled={isCooling || undefined}
                  aria-label={opens ? t.openName({ name }) : t.retryName({ name })}
                  onClick={() => act(row.id)}
                >
                  {opens ? t.open : t.retry}
                </Button>
              )
            }
          />
        )
      })}
      {count > rows.length && <li className="roster-run-note">{t.more({ count: count - rows.length })}</li>}
    </ul>
  )
}
