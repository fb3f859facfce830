import '@aicx/roster/styles.css'
import './users.css'
import { RosterUI, UsersSettings, type UsersSettingsView, type UsersSettingsViewChange } from '@aicx/roster'
import { useMemo } from 'react'
import { goBack, navigate, useSearch } from '../address/router.ts'
import { useTheme } from '../theme/theme.ts'
import { readView, writeView } from './users-address.ts'

const show = (view: UsersSettingsView, { history }: UsersSettingsViewChange) => {
  if (history === 'back') goBack(writeView(view))
  else navigate(writeView(view), { replace: history === 'replace' })
}

/** Settings › Company › Users: Roster's page, with what it shows in the address. */
export function UsersPage() {
  const search = useSearch()
  const theme = useTheme()
  const view = useMemo(() => readView(search), [search])
  return (
    <RosterUI className="users" locale="en-GB" theme={theme}>
      <UsersSettings view={view} onViewChange={show} />
    </RosterUI>
  )
}
