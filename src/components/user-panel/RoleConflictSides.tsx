import { type ReactNode, useId } from 'react'
import type { RoleRef } from '../../contract/roles.ts'
import type { User } from '../../contract/users.ts'
import { userPanelMessages } from '../../messages/user-panel.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { Button } from '../../primitives/button/Button.tsx'
import { fillNodes } from '../../primitives/parts/fill-nodes.ts'
import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../users-table/role-name.ts'
import { PermissionList } from './PermissionList.tsx'
import type { PanelViewer } from './panel-viewer.ts'
import { type Catalogue, roleChange } from './role-change.ts'
import type { RoleConflict } from './role-conflict.ts'

interface RoleConflictSidesProps {
  user: User
  viewer: PanelViewer | undefined
  conflict: RoleConflict
  catalogue: Catalogue
  onKeepTheirs: (() => void) | undefined
  onApplyYours: (() => void) | undefined
}

/** Theirs and yours side by side, alike: neither is proposed, neither is lost. */
export function RoleConflictSides(props: RoleConflictSidesProps) {
  const { user, viewer, conflict, catalogue, onKeepTheirs, onApplyYours } = props
  const t = useMessages(userPanelMessages).conflict
  const users = useMessages(usersTableMessages)
  const id = useId()
  const { was, theirs, yours } = conflict
  const change = (to: RoleRef) =>
    roleChange(catalogue, { from: was?.id ?? '', to: to.id, memberOf: user.teams })
  const theirName = theirs.by?.name || t.somebody

  return (
    // Takes the focus when the radios go: their place is here.
    <fieldset aria-labelledby={id} tabIndex={-1} className="roster-versus">
      <p className="roster-versus-lead">
        <strong id={id}>
          {theirs.by?.name ? fillNodes(t.lead, { name: <bdi>{theirs.by.name}</bdi> }) : t.leadWithoutName}
        </strong>{' '}
        {was && t.was({ roleName: roleName(was, users) })}
      </p>
      <div className="roster-versus-sides">
        <Side
          title={t.theirs}
          who={
            <>
              {theirs.by && <Avatar personId={theirs.by.id} name={theirs.by.name} size="tiny" />}
              <bdi>{theirName}</bdi>
            </>
          }
          when={theirs.at && fillNodes(t.savedAt, { time: <RelativeTime value={theirs.at} inSentence /> })}
          role={roleName(theirs.role, users)}
          change={change(theirs.role)}
          action={onKeepTheirs && <Button onClick={onKeepTheirs}>{t.keepTheirs}</Button>}
        />
        <Side
          title={t.yours}
          who={
            <>
              {viewer && (
                <Avatar personId={viewer.id} name={viewer.name} src={viewer.avatarUrl} size="tiny" />
              )}
              {t.you}
            </>
          }
          role={roleName(yours.role, users)}
          change={change(yours.role)}
          action={onApplyYours && <Button onClick={onApplyYours}>{t.useMine}</Button>}
        />
      </div>
      <p className="roster-versus-foot">{t.foot}</p>
    </fieldset>
  )
}

interface SideProps {
  title: string
  who: ReactNode
  when?: ReactNode
  role: string
  change: ReturnType<typeof roleChange>
  action: ReactNode
}

function Side({ title, who, when, role, change, action }: SideProps) {
  const t = useMessages(userPanelMessages).role
  const { gained, lost = [] } = change
  return (
    <div className="roster-versus-side">
      <span className="roster-versus-title">{title}</span>
      <span className="roster-versus-who">{who}</span>
      <span className="roster-versus-when">{when}</span>
      <strong className="roster-versus-role">
        <bdi>{role}</bdi>
      </strong>
      <div className="roster-versus-change">
        {gained.length > 0 && (
          <PermissionList kind="gain" label={t.gains({ count: gained.length })} permissions={gained} />
        )}
        {lost.length > 0 && (
          <PermissionList kind="loss" label={t.loses({ count: lost.length })} permissions={lost} />
        )}
      </div>
      {action}
    </div>
  )
}
