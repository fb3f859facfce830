import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { SelectionRow } from '../../contract/selections.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { Person } from './Person.tsx'

interface PeopleProps {
  /** The first of them. */
  rows: LoadedList<SelectionRow> | undefined
  /** How many there are. */
  count: number
  /** Whether they are only invited. @default false */
  isInvited?: boolean | undefined
  /** Returns what is shown at the end of a person's line. */
  endOf?: ((id: string) => string | undefined) | undefined
}

/** Up to this many people are listed. If there are more, only the first ones are named. */
export const mostListed = 5

const places = Array.from({ length: mostListed }, (_, place) => place)

/** Who is changed: five people with their addresses, or the first five and a number. */
export function People({ rows: list, count, isInvited = false, endOf }: PeopleProps) {
  const t = useMessages(selectionRunMessages)
  const { list: join } = useFormats()
  if (list === undefined || list.isSupported === false || count === 0) return null
  const rows = loadedRows(list)?.slice(0, mostListed)
  if (list.status === 'error') return <p className="roster-run-note">{t.peopleFailed}</p>
  if (!rows)
    return (
      <ul className="roster-people" aria-busy="true">
        {places.slice(0, count).map((place) => (
          <li key={place} className="roster-person">
            <Skeleton shape="box" />
            <Skeleton length={5} />
          </li>
        ))}
      </ul>
    )
  if (count <= mostListed)
    return (
      <ul className="roster-people">
        {rows.map((row) => (
          <Person key={row.id} person={row} isInvited={isInvited} end={endOf?.(row.id)} />
        ))}
      </ul>
    )
  const names = join(rows.map(({ name, email }) => name.trim() || email))
  return (
    <div className="roster-people-many">
      {!isInvited && (
        <span className="roster-people-faces">
          {rows.map(({ id, name, avatarUrl }) => (
            <Avatar key={id} personId={id} name={name} src={avatarUrl} size="small" />
          ))}
        </span>
      )}
      <span>{t.who({ names, others: t.others({ count: count - rows.length }) })}</span>
    </div>
  )
}
