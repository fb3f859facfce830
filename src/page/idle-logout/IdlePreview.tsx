import { useEffect } from 'react'
import { IdleWarning } from '../../components/idle-logout/IdleWarning.tsx'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useSecondsLeft } from '../../primitives/roster-ui/useSecondsLeft.ts'

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
  const lead = Math.round((warnMs ?? (timeoutMinutes > 10 ? 2 : 1) * minute) / 1_000)
  const seconds = useSecondsLeft(lead * 1_000) ?? 0
  useEffect(() => {
    if (seconds === 0) onClose()
  }, [seconds, onClose])
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
