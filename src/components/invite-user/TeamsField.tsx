import { useId, useRef } from 'react'
import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { Team } from '../../contract/teams.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Chip } from '../../primitives/chip/Chip.tsx'
import { mergeProps } from '../../primitives/element/merge-props.ts'
import { Field } from '../../primitives/field/Field.tsx'
import { FilterList } from '../../primitives/filter/FilterList.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { PopupSurface } from '../../primitives/popup/PopupSurface.tsx'
import { usePopup } from '../../primitives/popup/usePopup.ts'
import { useRefusal } from '../../primitives/refusal/useRefusal.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface TeamsFieldProps {
  teams: LoadedList<Team>
  value: readonly string[]
  onValueChange: (teamIds: string[]) => void
  /** Teams whose names are known while the list isn't loaded. */
  known?: readonly Pick<Team, 'id' | 'name'>[]
  /** Teams that come with the role. They can't be chosen. */
  viaRole?: readonly Pick<Team, 'id' | 'name'>[]
  /** Whether it says that teams are optional, and how they are used. @default true */
  explains?: boolean
  /** Why they can't be changed. */
  reason?: string | undefined
}

const none: NonNullable<TeamsFieldProps['viaRole']> = []

/** The teams that invited people will be in: a button with the chosen ones, which opens the list. */
export function TeamsField(props: TeamsFieldProps) {
  const { teams, value, onValueChange, known = none, viaRole = none, explains = true, reason } = props
  const t = useMessages(inviteUserMessages).teams
  const { viaRole: note } = useMessages(usersTableMessages)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const popup = usePopup({ role: 'dialog', anchor: box, fit: true })
  const { onClick, ...trigger } = popup.trigger
  const refusal = useRefusal({ reason })
  const isLocked = ({ id }: Pick<Team, 'id'>) => viaRole.some((team) => team.id === id)
  const loaded = loadedRows(teams)
  const rows = (loaded ?? []).filter((team) => !isLocked(team))
  const chosen = (loaded ? rows : known).filter((team) => value.includes(team.id))
  const hint = teams.status === 'error' ? t.failed : explains ? t.hint : undefined
  return (
    <Field label={t.label} optional={explains} hint={hint} labelId={`${id}-label`} noteId={`${id}-hint`}>
      <div ref={box} className="roster-teams-field">
        <button
          {...mergeProps(refusal.anchor, trigger)}
          type="button"
          aria-disabled={refusal.refuses || undefined}
          onClick={refusal.guard(onClick)}
          className="roster-teams-open"
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={hint ? `${id}-hint` : undefined}
        >
          <span
            id={`${id}-value`}
            className="roster-teams-value"
            data-empty={chosen.length + viaRole.length === 0 ? '' : undefined}
          >
            {chosen.length + viaRole.length === 0 && <span>{t.none}</span>}
            {chosen.map((team) => (
              <Chip key={team.id}>{team.name}</Chip>
            ))}
            {viaRole.map((team) => (
              <Chip key={team.id} variant="outlined" note={note}>
                {team.name}
              </Chip>
            ))}
          </span>
          <Icon name="chevron-down" />
        </button>
      </div>
      {refusal.tooltip}
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
