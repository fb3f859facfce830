import { useId, useRef } from 'react'
import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { Team } from '../../contract/teams.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Chip } from '../../primitives/chip/Chip.tsx'
import { Field } from '../../primitives/field/Field.tsx'
import { FilterList } from '../../primitives/filter/FilterList.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { PopupSurface } from '../../primitives/popup/PopupSurface.tsx'
import { usePopup } from '../../primitives/popup/usePopup.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface TeamsFieldProps {
  teams: LoadedList<Team>
  value: readonly string[]
  onValueChange: (teamIds: string[]) => void
}

/** The teams that invited people will be in: a button with the chosen ones, which opens the list. */
export function TeamsField({ teams, value, onValueChange }: TeamsFieldProps) {
  const t = useMessages(inviteUserMessages).teams
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const popup = usePopup({ role: 'dialog', anchor: box, fit: true })
  const rows = loadedRows(teams) ?? []
  const chosen = rows.filter((team) => value.includes(team.id))
  return (
    <Field label={t.label} optional hint={t.hint} labelId={`${id}-label`} noteId={`${id}-hint`}>
      <div ref={box} className="roster-teams-field">
        <button
          {...popup.trigger}
          type="button"
          className="roster-teams-open"
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={`${id}-hint`}
        >
          <span
            id={`${id}-value`}
            className="roster-teams-value"
            data-empty={chosen.length === 0 ? '' : undefined}
          >
            {chosen.length === 0 && <span>{t.none}</span>}
            {chosen.map((team) => (
              <Chip key={team.id}>{team.name}</Chip>
            ))}
          </span>
          <Icon name="chevron-down" />
        </button>
      </div>
      <PopupSurface label={t.label} popup={popup}>
        <FilterList
          label={t.label}
          searchLabel={t.search({ count: rows.length })}
          options={rows.map((team) => ({ value: team.id, label: team.name }))}
          value={value}
          onValueChange={onValueChange}
        />
      </PopupSurface>
    </Field>
  )
}
