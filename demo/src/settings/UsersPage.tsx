import './users.css'
import {
  type CompanyRef,
  isUnreadable,
  type Unreadable,
  type User,
  type UserSortKey,
  type UsersQuery,
  type UsersSort,
} from '@aicx/roster/contract'
import { type UseUsersResult, useRoles, useTeams, useUsers, useViewer } from '@aicx/roster/headless'
import { useEffect, useRef, useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { relativeTime } from '../ui/relativeTime.ts'
import { State } from '../ui/State.tsx'

const rowHeight = 52
const overscan = 8
/** A key scrolls smoothly, over rows that nobody asked for: rows are read once scrolling rests this long (ms). */
const scrollRest = 80
const shownTeams = 2
const number = new Intl.NumberFormat()
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Settings › Company › Users: a plain table over the headless hooks. */
export function UsersPage({ company }: { company: CompanyRef }) {
  const { viewer } = useViewer()
  const isDenied = viewer && !viewer.actions.manageUsers.allowed
  return (
    <div className="users">
      <header className="users-head">
        <h1 className="page-title">Users</h1>
        <p className="quiet">Who can sign in to {company.name}, and what they may do.</p>
      </header>
      {isDenied ? (
        <State icon="lock" title="You can’t manage users">
          <p>
            This needs the permission Manage users, which your role {viewer.role.name} doesn’t have. An Admin
            can give it to you.
          </p>
        </State>
      ) : (
        <UsersList viewerId={viewer?.id} />
      )}
    </div>
  )
}

function UsersList({ viewerId }: { viewerId: string | undefined }) {
  const users = useUsers()
  const { status, total, error, query } = users
  const isFiltered = Boolean(query.search || query.roleIds?.length || query.teamIds?.length)
  if (status === 'error')
    return (
      <State icon="alert" title="The users could not be loaded">
        <p>Check your connection, then try again.</p>
        <button type="button" className="button" onClick={users.refetch}>
          Try again
        </button>
        {error?.requestId && <small>Request {error.requestId}</small>}
      </State>
    )
  return (
    <>
      <Tools users={users} isFiltered={isFiltered} />
      {status === 'ready' && total === 0 ? (
        <State icon="search" title="Nobody matches">
          <p>No user has this in their name or email, with these filters.</p>
        </State>
      ) : (
        <UsersTable users={users} viewerId={viewerId} />
      )}
    </>
  )
}

function Tools({ users, isFiltered }: { users: UseUsersResult; isFiltered: boolean }) {
  const { status, total, query, search, changes } = users
  const roles = useRoles()
  const teams = useTeams()
  const counted = isFiltered ? `${number.format(total)} found` : `${number.format(total)} users`
  return (
    <search className="users-tools">
      <div className="users-search">
        <Icon name="search" />
        <input
          className="input"
          type="search"
          aria-label="Search name or email"
          placeholder="Search name or email"
          value={search}
          onChange={(event) => users.setSearch(event.target.value)}
        />
      </div>
      <Filter
        label="Role"
        all="All roles"
        options={roles.rows}
        value={query.roleIds?.[0]}
        onChange={(roleIds) => users.setFilters({ roleIds })}
      />
      <Filter
        label="Team"
        all="All teams"
        options={teams.rows}
        value={query.teamIds?.[0]}
        onChange={(teamIds) => users.setFilters({ teamIds })}
      />
      {changes > 0 && (
        <button type="button" className="text-button" onClick={users.refresh}>
          {changes} changes, refresh
        </button>
      )}
      <p className="users-count" role="status">
        {status === 'ready' && counted}
      </p>
    </search>
  )
}

interface FilterProps {
  label: string
  all: string
  options: readonly { id: string; name: string }[]
  value: string | undefined
  onChange(ids: string[]): void
}

function Filter({ label, all, options, value = '', onChange }: FilterProps) {
  return (
    <select
      className="users-filter"
      aria-label={label}
      data-set={value ? '' : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value ? [event.target.value] : [])}
    >
      <option value="">{all}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

function rangeOf({ scrollTop, clientHeight }: HTMLElement) {
  const start = Math.floor(scrollTop / rowHeight)
  return { start, end: start + Math.ceil(clientHeight / rowHeight) }
}

function UsersTable({ users, viewerId }: { users: UseUsersResult; viewerId: string | undefined }) {
  const { status, source, total, query, isPlaceholder, loadRange } = users
  const scroll = useRef<HTMLDivElement>(null)
  const shownQuery = useRef(query)
  const [seen, setSeen] = useState({ start: 0, end: 0 })
  const [now] = useState(Date.now)
  const count = status === 'ready' ? total : seen.end
  const start = Math.max(0, Math.min(seen.start, count) - overscan)
  const end = Math.min(count, seen.end + overscan)

  useEffect(() => {
    const element = scroll.current
    if (!element) return
    const look = () => setSeen(rangeOf(element))
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look)
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  useEffect(() => {
    if (seen.end === 0) return
    const rest = setTimeout(() => loadRange(seen), scrollRest)
    return () => clearTimeout(rest)
  }, [seen, loadRange])

  useEffect(() => {
    if (shownQuery.current === query) return
    shownQuery.current = query
    scroll.current?.scrollTo(0, 0)
  }, [query])

  return (
    <div ref={scroll} className="users-scroll">
      <table
        className="users-table"
        style={{ marginBlock: `${start * rowHeight}px ${(count - end) * rowHeight}px` }}
        aria-label="Users"
        aria-rowcount={count + 1}
        aria-busy={isPlaceholder}
      >
        <thead>
          <tr aria-rowindex={1}>
            <SortHead label="User" sortKey="name" query={query} onSort={users.setSort} />
            <th scope="col">Role</th>
            <th scope="col">Teams</th>
            <SortHead label="Last active" sortKey="lastActive" query={query} onSort={users.setSort} />
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset).map((index) => (
            <Row key={index} index={index} row={source.at(index)} viewerId={viewerId} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SortHeadProps {
  label: string
  sortKey: UserSortKey
  query: UsersQuery
  onSort(sort: UsersSort): void
}

function SortHead({ label, sortKey, query: { sort = 'name' }, onSort }: SortHeadProps) {
  const direction = sort === sortKey ? 'ascending' : sort === `-${sortKey}` ? 'descending' : undefined
  const first: UsersSort = sortKey === 'name' ? 'name' : `-${sortKey}`
  const other: UsersSort = sortKey === 'name' ? '-name' : sortKey
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className="users-sort" onClick={() => onSort(sort === first ? other : first)}>
        {label}
        {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={14} />}
      </button>
    </th>
  )
}

interface RowProps {
  index: number
  row: User | Unreadable | undefined
  viewerId: string | undefined
  now: number
}

function Row({ index, row, viewerId, now }: RowProps) {
  if (!row)
    return (
      <tr className="users-row" aria-rowindex={index + 2} aria-busy="true">
        <th scope="row">
          <span className="users-who">
            <span className="users-bone" data-round />
            <span className="users-bone" />
          </span>
        </th>
        <td />
        <td />
        <td />
      </tr>
    )
  if (isUnreadable(row))
    return (
      <tr className="users-row" aria-rowindex={index + 2}>
        <td colSpan={4} className="quiet">
          This user could not be read.
        </td>
      </tr>
    )
  const { id, name, email, role, teams, lastActiveAt } = row
  const more = teams.length - shownTeams
  return (
    <tr className="users-row" aria-rowindex={index + 2}>
      <th scope="row">
        <span className="users-who">
          <Avatar name={name || email} size={32} />
          <span className="users-text">
            <span className="users-name">
              <bdi>{name || email}</bdi> {id === viewerId && <span className="users-you">You</span>}
            </span>
            <span className="users-email">{email}</span>
          </span>
        </span>
      </th>
      <td>{role.name}</td>
      <td>
        <span className="users-teams">
          {teams.slice(0, shownTeams).map((team) => (
            <span key={team.id} className="users-team" data-via-role={team.direct ? undefined : ''}>
              {team.name}
              {!team.direct && <span>via role</span>}
            </span>
          ))}
          {more > 0 && (
            <span
              className="users-more"
              title={teams
                .slice(shownTeams)
                .map((team) => team.name)
                .join(', ')}
            >
              +{more}
            </span>
          )}
        </span>
      </td>
      <td className="users-active" title={lastActiveAt ? exact.format(new Date(lastActiveAt)) : undefined}>
        {lastActiveAt ? relativeTime(lastActiveAt, now) : 'Never'}
      </td>
    </tr>
  )
}
