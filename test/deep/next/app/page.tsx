import { parseUsersViewJSON } from '@aicx/roster/contract'
import { Settings } from './Settings'

export default function Page() {
  return <Settings users={parseUsersViewJSON({ search: 'ada' })} />
}
