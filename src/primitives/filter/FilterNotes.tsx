import { fieldsMessages } from '../../messages/fields.ts'
import { useMessages } from '../roster-ui/useMessages.ts'

interface FilterNotesProps {
  /** How many options are shown. */
  found: number
  /** How many more match. */
  more: number
}

/** The note below the options of a filter: that none match, or how many more do. */
export function FilterNotes({ found, more }: FilterNotesProps) {
  const t = useMessages(fieldsMessages)
  return (
    <>
      {found === 0 && (
        <p role="status" className="roster-filter-note">
          {t.nothingFound}
        </p>
      )}
      {more > 0 && <p className="roster-filter-note">{t.more({ count: more })}</p>}
    </>
  )
}
