import '@aicx/roster/styles.css'
import { RosterProvider, UsersSettings } from '@aicx/roster'
import { createHttpApi } from '@aicx/roster/client'
import type { User } from '@aicx/roster/contract'
import { useUsers } from '@aicx/roster/headless'
import { createRoot } from 'react-dom/client'

declare global {
  interface RosterUserCustom {
    seat?: string
  }
}

const api = createHttpApi({ baseUrl: location.origin, company: 'acme' })

const seatOf = ({ custom }: User): string => custom?.seat ?? 'no seat'
const describe = (user: User) => `${user.name}, ${user.role.name}, ${seatOf(user)}`

function Users() {
  const { status, rows, total } = useUsers()
  return (
    <ul aria-label={`${total} users`} data-status={status}>
      {rows.map((user) => (
        <li key={user.id}>{describe(user)}</li>
      ))}
    </ul>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <RosterProvider api={api}>
      <Users />
      <UsersSettings />
    </RosterProvider>,
  )
