import { type ReactNode, useId, useState } from 'react'
import type { Action } from '../../../contract/actions.ts'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { RoleConflict, RoleRef } from '../../../contract/roles.ts'
import type { TeamRef } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Avatar } from '../../../primitives/avatar/Avatar.tsx'
import { Button } from '../../../primitives/button/Button.tsx'
import { fillNodes } from '../../../primitives/element/fill-nodes.ts'
import type { Slot } from '../../../primitives/element/slot.ts'
import { useRosterUI } from '../../../primitives/roster-ui/RosterUIContext.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { roleName } from '../../wording/role-name.ts'
import { PanelMoment } from '../section/PanelMoment.tsx'
import type { PanelViewer } from '../section/panel-viewer.ts'
import { type ComparedCatalogue, compareRoles } from './compare-roles.ts'
import { entryOfRole } from './entry-of-role.ts'
import { PermissionList } from './PermissionList.tsx'
import type { RoleChangeGroup } from './role-change-group.ts'

interface RoleConflictSidesProps {
  /** Whether the viewer may change the role. */
  action: Action
  /** The teams of the person whose role it is. */
  teams: readonly TeamRef[] | undefined
  viewer: PanelViewer | undefined
  conflict: RoleConflict
  /** Shows who made the other change, and when. Undefined if the backend keeps no activity. */
  entries: readonly ActivityEntry[] | undefined
  /** The title of the section of the panel that lists the entries. */
  section: string
  catalogue: ComparedCatalogue
  onKeepTheirs: (() => void) | undefined
  applyYours: RoleChangeGroup['applyYours']
}

/** Both roles of a conflict side by side, drawn alike so that neither is preferred. */
export function RoleConflictSides(props: RoleConflictSidesProps) {
  const { action, teams, viewer, conflict, entries, section, catalogue, onKeepTheirs, applyYours } = props
  const t = useMessages(userPanelMessages).conflict
  const users = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  const id = useId()
  // A conflict is shown as soon as the viewer has chosen.
  const { clock } = useRosterUI()
  const [chosenAt] = useState(() => new Date(clock.now()).toISOString())
  const { theirs, yours } = conflict
  const entry = entries && entryOfRole(theirs, entries)
  const was = entry?.before?.role
  const by = entry?.actor.name
  const assign = catalogue.roles.find((role) => role.id === yours.id)?.actions.assign
  const denied = reasonSentence(reasons, action) ?? (assign && reasonSentence(reasons, assign))
  // Without the role before, each side is compared with the other.
  const change = (to: RoleRef, other: RoleRef) =>
    compareRoles(catalogue, { from: (was ?? other).id, to: to.id, memberOf: teams })

  return (
    // Takes the focus from the radios that it replaces.
    <fieldset aria-labelledby={id} tabIndex={-1} className="roster-versus">
      <p className="roster-versus-lead">
        <strong id={id}>{by ? t.lead({ name: by }) : t.leadWithoutName}</strong>
        {was && <span>{` ${t.was({ roleName: roleName(was, users) })}`}</span>}
      </p>
      <div className="roster-versus-sides">
        <Side
          title={t.theirs}
          who={
            <>
              {entry && <Avatar personId={entry.actor.id} name={by ?? ''} size="tiny" />}
              <bdi>{by || t.someone}</bdi>
            </>
          }
          when={entry && fillNodes(t.savedAt, { time: <PanelMoment value={entry.at} inSentence /> })}
          role={roleName(theirs, users)}
          change={change(theirs, yours)}
          action={onKeepTheirs && <Button onClick={onKeepTheirs}>{t.keepTheirs}</Button>}
        />
        <Side
          title={t.yours}
          who={
            <>
              {viewer && (
                <Avatar personId={viewer.id} name={viewer.name} src={viewer.avatarUrl} size="tiny" />
              )}
              <span>{t.you}</span>
            </>
          }
          when={fillNodes(t.chosenAt, { time: <PanelMoment value={chosenAt} inSentence /> })}
          role={roleName(yours, users)}
          change={change(yours, theirs)}
          action={
            applyYours && (
              <Button reason={denied} onClick={() => void applyYours()}>
                {t.useMine}
              </Button>
            )
          }
        />
      </div>
      {entries && <p className="roster-versus-foot">{t.foot({ section })}</p>}
    </fieldset>
  )
}

interface SideProps {
  title: string
  who: ReactNode
  when?: ReactNode
  role: string
  change: ReturnType<typeof compareRoles>
  action: Slot
}

function Side({ title, who, when, role, change, action }: SideProps) {
  const t = useMessages(userPanelMessages).role
  const { gained, lost = [] } = change
  return (
    <div className="roster-versus-side">
      <span className="roster-versus-title">{title}</span>
      <span className="roster-versus-who">{who}</span>
      <span className="roster-versus-when">{when}</span>
      {/* The other person may change it again while this is open. */}
      <strong className="roster-versus-role" aria-live="polite">
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
