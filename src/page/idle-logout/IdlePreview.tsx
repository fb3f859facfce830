import { useEffect, useState } from 'react'
import { IdleWarning } from '../../components/idle-logout/IdleWarning.tsx'
import { useRosterState } from '../../hooks/RosterContext.ts'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface IdlePreviewProps {
  timeoutMinutes: number
  /** How long before the logout people are warned. @default that of the timeout */
  warnMs?: number | undefined
  companyName: string | undefined
  onClose: () => void
}

const minute = 60_000

/** The warning as people see it. It counts down, and ends nothing. */
export function IdlePreview({ timeoutMinutes, warnMs, companyName, onClose }: IdlePreviewProps) {
  const t = useMessages(idleSettingsMessages)
  const { clock } = useRosterState('<UsersSettings>')
  const lead = Math.round((warnMs ?? (timeoutMinutes > 10 ? 2 : 1) * minute) / 1_000)
  const [seconds, setSeconds] = useState(lead)
  useEffect(() => {
    if (seconds > 0) return clock.after(1_000, () => setSeconds(seconds - 1))
    onClose()
  }, [clock, seconds, onClose])
  return (
    <IdleWarning
      seconds={seconds}
      warnSeconds={lead}
      idleMinutes={timeoutMinutes - Math.round(lead / 60)}
      timeoutMinutes={timeoutMinutes}
      companyName={companyName}
      note={t.previewNote}
      onStay={onClose}
      onLogOut={onClose}
    />
  )
}
