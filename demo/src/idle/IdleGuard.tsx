import { IdleLogoutGuard, RosterUI } from '@aicx/roster'
import type { CompanyRef } from '@aicx/roster/contract'
import { useIdleLogout } from '@aicx/roster/headless'
import { useEffect } from 'react'
import type { Departure } from '../account/departure.ts'
import { setPresence } from '../presence/set-presence.ts'
import { useTheme } from '../theme/theme.ts'

interface IdleGuardProps {
  company: CompanyRef
  onLogout(departure: Departure): void
}

/** Sets the person online while they work, and logs them out when they don't: away first, so that nobody waits for them. */
export function IdleGuard({ company, onLogout }: IdleGuardProps) {
  const theme = useTheme()
  const { policy } = useIdleLogout()
  const minutes = policy.timeoutMs === null ? undefined : Math.floor(policy.timeoutMs / 60_000) || undefined
  useEffect(() => {
    // The dot is missing if this fails. Nothing else depends on it.
    setPresence(company.id, 'online').catch(() => {})
  }, [company.id])
  return (
    <RosterUI locale="en-GB" theme={theme}>
      <IdleLogoutGuard
        companyName={company.name}
        note="Your drafts are kept."
        onBeforeLogout={() => setPresence(company.id, 'away')}
        onLogout={({ reason }) => onLogout({ reason, minutes })}
      />
    </RosterUI>
  )
}
