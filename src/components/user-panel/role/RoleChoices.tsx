import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Role } from '../../../contract/roles.ts'
import type { User } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Badge } from '../../../primitives/badge/Badge.tsx'
import { Button } from '../../../primitives/button/Button.tsx'
import { ConfirmDialog } from '../../../primitives/confirm-dialog/ConfirmDialog.tsx'
import { RadioGroup, type RadioOption } from '../../../primitives/radio-group/RadioGroup.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../../wording/role-name.ts'
import { type ComparedCatalogue, compareRoles } from './compare-roles.ts'
import { ManyRoles } from './ManyRoles.tsx'
import { RolePreview } from './RolePreview.tsx'
import type { RoleChoice } from './useRoleChoice.ts'

interface RoleChoicesProps {
  user: User
  isViewer: boolean
  catalogue: ComparedCatalogue
  choice: RoleChoice
  labelledBy: string
  onChange: (roleId: string) => void
}

/** If there are more roles than this, *Change role* opens them, so that the teams stay in view. */
const many = 8

/** The company's roles. Choosing one shows what it changes; *Change role* saves it. */
export function RoleChoices(props: RoleChoicesProps) {
  const { user, isViewer, catalogue, choice, labelledBy, onChange } = props
  const t = useMessages(userPanelMessages).role
  const users = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  // The person confirms a change of their own role, and one that would replace someone else's change. The question
  // names the current role. If that changes again, the question ends.
  const [asked, setAsked] = useState<{ from: string; to: string }>()
  const current = user.role
  if (asked && asked.from !== current.id) setAsked(undefined)
  const chosen = catalogue.roles.find(({ id }) => id === choice.roleId)
  const denied = reasonSentence(reasons, user.actions.changeRole)

  const change = () => {
    if (choice.roleId === undefined) return
    setAsked(undefined)
    onChange(choice.roleId)
  }
  const isMany = catalogue.roles.length > many
  const preview = (role: Role) => (
    <InView>
      {isMany && (
        <p className="roster-roles-title">
          {t.instead({ after: roleName(role, users), before: roleName(current, users) })}
        </p>
      )}
      <RolePreview
        change={compareRoles(catalogue, { from: current.id, to: role.id, memberOf: user.teams })}
      />
      <div className="roster-change-actions">
        <Button
          variant="primary"
          // The viewer may have lost the permission since the role was chosen.
          reason={denied ?? reasonSentence(reasons, role.actions.assign)}
          onClick={
            isViewer || choice.isOvertaken ? () => setAsked({ from: current.id, to: role.id }) : change
          }
        >
          {t.change}
        </Button>
        <Button onClick={choice.drop}>{t.keep({ roleName: roleName(current, users) })}</Button>
      </div>
    </InView>
  )
  const option = (role: Role): RadioOption => ({
    value: role.id,
    label: <bdi>{roleName(role, users)}</bdi>,
    note: role.description && <bdi>{role.description}</bdi>,
    badge: role.id === current.id && <Badge>{t.current}</Badge>,
    reason: denied ?? (role.id === current.id ? undefined : reasonSentence(reasons, role.actions.assign)),
    chosen: role.id === choice.roleId,
    preview: !isMany && role.id === choice.roleId && preview(role),
  })
  const names = { before: roleName(current, users), after: chosen ? roleName(chosen, users) : '' }
  const unknown: RadioOption = {
    value: current.id,
    label: <bdi>{roleName(current, users)}</bdi>,
    note: t.unknownNote,
    badge: <Badge>{t.current}</Badge>,
    reason: denied,
  }
  const known = catalogue.roles.find(({ id }) => id === current.id)
  const choices = {
    value: choice.roleId ?? current.id,
    onValueChange: (roleId: string) => (roleId === current.id ? choice.drop() : choice.choose(roleId)),
  }

  return (
    <>
      {isMany ? (
        <ManyRoles
          key={current.id}
          current={known ? option(known) : unknown}
          roles={catalogue.roles}
          option={option}
          labelledBy={labelledBy}
          preview={chosen && preview(chosen)}
          {...choices}
        />
      ) : (
        <RadioGroup
          aria-labelledby={labelledBy}
          options={[...(known ? [] : [unknown]), ...catalogue.roles.map(option)]}
          {...choices}
        />
      )}
      <ConfirmDialog
        open={chosen !== undefined && asked?.to === chosen.id}
        onOpenChange={() => setAsked(undefined)}
        tone="primary"
        title={isViewer ? t.own.title : t.overtaken.title(names)}
        text={isViewer ? t.own.text(names) : t.overtaken.question(names)}
        confirmLabel={isViewer ? t.own.confirm : t.overtaken.confirm(names)}
        onConfirm={change}
      />
    </>
  )
}

/** Scrolls its children into view when they appear near the foot of the panel. */
function InView({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={element} className="roster-change-view">
      {children}
    </div>
  )
}
