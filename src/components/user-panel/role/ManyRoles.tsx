import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { fold } from '../../../base/fold.ts'
import type { Role } from '../../../contract/roles.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { isComposing } from '../../../primitives/element/is-composing.ts'
import { RadioGroup, type RadioOption } from '../../../primitives/radio-group/RadioGroup.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { SearchField } from '../../../primitives/search-field/SearchField.tsx'
import { roleName } from '../../wording/role-name.ts'

interface ManyRolesProps {
  current: RadioOption
  roles: readonly Role[]
  option: (role: Role) => RadioOption
  value: string
  labelledBy: string
  /** What the chosen role changes. Undefined while no other role is chosen. */
  preview: ReactNode
  onValueChange: (roleId: string) => void
}

/** The most roles that are rendered. In a company with hundreds of roles people search. */
const atMost = 200

/**
 * For more roles than fit into the panel. It shows the current role, and *Change role* opens a list with a search. Use
 * a different `key` for each current role.
 */
export function ManyRoles(props: ManyRolesProps) {
  const { current, roles, option, value, labelledBy, preview, onValueChange } = props
  const t = useMessages(userPanelMessages).role
  const users = useMessages(usersTableMessages)
  const [isOpen, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const isAsked = useRef(false)
  const isShown = isOpen || Boolean(preview)
  const term = fold(search)
  const found = roles.filter((role) => term === '' || fold(roleName(role, users)).includes(term))

  useEffect(() => {
    if (isOpen && isAsked.current) field.current?.focus()
    isAsked.current = false
  }, [isOpen])

  const closeOnEscape = (event: KeyboardEvent) => {
    // While a role is chosen, the panel handles Escape and drops the choice.
    if (event.key !== 'Escape' || isComposing(event) || preview) return
    event.preventDefault()
    setOpen(false)
    requestAnimationFrame(() => opener.current?.focus())
  }

  if (!isShown)
    return (
      <div className="roster-role-now">
        <div className="roster-role-now-text">
          <span className="roster-role-now-name">{current.label}</span>
          {current.note && <span className="roster-role-now-note">{current.note}</span>}
        </div>
        <Button
          ref={opener}
          className="roster-role-open"
          aria-expanded={false}
          reason={current.reason}
          onClick={() => {
            isAsked.current = true
            setSearch('')
            setOpen(true)
          }}
        >
          {t.change}
        </Button>
      </div>
    )
  return (
    <fieldset
      aria-labelledby={labelledBy}
      className="roster-roles"
      data-closes-by-escape={preview ? undefined : ''}
      onKeyDown={closeOnEscape}
    >
      <SearchField
        ref={field}
        className="roster-roles-search"
        label={t.search({ count: roles.length })}
        placeholder={t.search({ count: roles.length })}
        value={search}
        onValueChange={setSearch}
      />
      <div className="roster-roles-list">
        <RadioGroup
          aria-labelledby={labelledBy}
          options={found.slice(0, atMost).map(option)}
          value={value}
          onValueChange={(roleId) => {
            // When the choice is dropped or saved, the list closes with its preview.
            setOpen(roleId === current.value)
            onValueChange(roleId)
          }}
        />
        {found.length === 0 && (
          <p role="status" className="roster-panel-text">
            {t.nothingFound}
          </p>
        )}
        {found.length > atMost && (
          <p className="roster-panel-text">{t.more({ count: found.length - atMost })}</p>
        )}
      </div>
      {preview && <div className="roster-roles-preview">{preview}</div>}
    </fieldset>
  )
}
