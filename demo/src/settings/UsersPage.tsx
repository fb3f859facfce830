import './users.css'
import type { CompanyRef, Role, Team, User, UsersQuery, UsersSort } from '@aicx/roster/contract'
import { isUnreadable } from '@aicx/roster/contract'
import { useRoles, useTeams, useUsers, useViewer } from '@aicx/roster/headless'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { relativeTime } from '../ui/relativeTime.ts'
import { State } from '../ui/State.tsx'

const rowHeight = 52
const overscan = 6
const shownTeams = 2
const count = new Intl.NumberFormat()

/** Settings › Company › Users: a plain list over the headless hooks. */
export function UsersPage({ company }: { company: CompanyRef }) {
  const { viewer } = useViewer()
  const denied = viewer && !viewer.actions.manageUsers.allowed
  return (
    <div className="users">
      <header className="users-head">
        <h1 className="page-title">Users</h1>
        <p className="quiet">Who can sign in to {company.name}, and what they may do.</p>
      </header>
      {denied ? (
        <State icon="lock" title="You can’t manage users">
          <p>
            This needs the permission Manage users, which your role {viewer.role.name} doesn’t have. An Admin
            can give it to you.
          </p>
        </State>
      ) : (
        viewer && <UsersList viewerId={viewer.id} />
      )}
    </div>
  )
}
