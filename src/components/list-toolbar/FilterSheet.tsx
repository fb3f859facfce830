import { useState } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Badge } from '../../primitives/badge/Badge.tsx'
import { Boundary } from '../../primitives/boundary/Boundary.tsx'
import { Button } from '../../primitives/button/Button.tsx'
import { ModalFailed } from '../../primitives/dialog/ModalFailed.tsx'
import { useLater } from '../../primitives/later/useLater.ts'
import { usePreload } from '../../primitives/later/usePreload.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { OpenFiltersProps } from './OpenFilters.tsx'
import { openFilters } from './open-filters.ts'

/** The filters and the order that the sheet offers. */
export type FilterSheetProps = Omit<OpenFiltersProps, 'chosen' | 'onOpenChange'>

/** One button for order and filters, and the sheet that it opens; rendered if the container is narrow. */
export function FilterSheet(props: FilterSheetProps) {
  const [open, setOpen] = useState(false)
  usePreload(openFilters)
  const t = useMessages(usersSettingsMessages).toolbar
  const formats = useFormats()
  const chosen = props.filters.reduce((count, { value }) => count + value.length, 0)
  return (
    <>
      <Button
        className="roster-list-filter"
        icon="sliders"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="roster-list-filter-text">{t.filter}</span>
        {chosen > 0 && <Badge>{formats.number(chosen)}</Badge>}
      </Button>
      {open && (
        <Boundary
          name="dialog"
          fallback={(failure) => <ModalFailed failure={failure} onClose={() => setOpen(false)} />}
        >
          <LaterFilters {...props} chosen={chosen} onOpenChange={setOpen} />
        </Boundary>
      )}
    </>
  )
}

function LaterFilters(props: OpenFiltersProps) {
  const Filters = useLater(openFilters)
  return Filters && <Filters {...props} />
}
