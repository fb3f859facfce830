import { createHttpApi } from '@aicx/roster/client'
import { isUnreadable } from '@aicx/roster/contract'
import { RosterData, useUsers } from '@aicx/roster/headless'
import { createRoot } from 'react-dom/client'

const api = createHttpApi({ baseUrl: location.origin, company: 'acme' })

function Users() {
  const { status, rows, total } = useUsers()
  return (
    <ul aria-label={`${total} users`} data-status={status}>
      {rows.map((user) => (
        <li key={user.id}>{isUnreadable(user) ? user.issue : `${user.name}, ${user.role.name}`}</li>
      ))}
    </ul>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <RosterData api={api}>
      <Users />
    </RosterData>,
  )
