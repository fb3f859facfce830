import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { FrozenSelection, SelectionRow } from '../../contract/selections.ts'
import { denialSentence, reasonsMessages } from '../../messages/reasons.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Badge } from '../../primitives/badge/Badge.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { mostListed } from './People.tsx'
import { Person } from './Person.tsx'
import { runWords } from './run-words.ts'

interface SkippedListProps {
  selection: FrozenSelection
  /** The skipped rows. Without them each reason is listed with a number. */
  rows: LoadedList<SelectionRow> | undefined
  viewerId?: string | undefined
}

/** Who is left out, and why. */
export function SkippedList({ selection, rows: list, viewerId }: SkippedListProps) {
  const t = useMessages(selectionRunMessages)
  const reasons = useMessages(reasonsMessages)
  const { skipped, total, resource } = selection
  const words = runWords(t, selection)
  const count = skipped.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return null
  const rows = count <= mostListed ? loadedRows(list) : undefined
  const why = ({
    reason = 'unknown',
    params,
    message,
  }: Pick<SelectionRow, 'reason' | 'params' | 'message'>) =>
    denialSentence(reasons, { allowed: false, reason, params, message })
  return (
    <section className="roster-run-block">
      <h3 className="roster-run-block-title">
        {total > mostListed ? t.skippedOf({ count, total }) : t.skipped}
      </h3>
      <ul className="roster-people">
        {rows && rows.length > 0
          ? rows.map((row) => (
              <Person
                key={row.id}
                person={row}
                isInvited={resource === 'invitations'}
                badge={row.id === viewerId && <Badge>{t.you}</Badge>}
                note={why(row)}
              />
            ))
          : skipped.map((each) => (
              <li key={JSON.stringify(each)} className="roster-run-skipped">
                <strong>{words.skippedCount({ count: each.count })}</strong>
                <span>{why(each)}</span>
              </li>
            ))}
      </ul>
    </section>
  )
}
