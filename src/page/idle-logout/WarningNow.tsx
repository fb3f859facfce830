import { type ReactNode, useState } from 'react'
import { IdleWarning } from '../../components/idle-logout/IdleWarning.tsx'
import { useIdleCountdown } from '../../hooks/useIdleCountdown.ts'
import { idleLogoutMessages } from '../../messages/idle-logout.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { IdleEngine } from '../../state/idle/idle-engine.ts'
import { useCountdownTitle } from './useCountdownTitle.ts'

interface WarningNowProps {
  engine: IdleEngine
  companyName: string | undefined
  note: ReactNode
}

/** The warning of an engine, which renders each second. */
export function WarningNow({ engine, companyName, note }: WarningNowProps) {
  const { documentTitle } = useMessages(idleLogoutMessages).warning
  const { countdown } = useFormats()
  const seconds = useIdleCountdown(engine) ?? 0
  const [isDismissed, setDismissed] = useState(false)
  const { limit, isStaying, error, works, policy } = engine.getState()
  useCountdownTitle(documentTitle({ time: countdown(seconds) }))
  if (isDismissed && limit === 'absolute') return null
  const minutes = (ms: number) => Math.floor(ms / 60_000)
  return (
    <IdleWarning
      seconds={seconds}
      warnSeconds={Math.round(policy.warnMs / 1_000)}
      limit={limit}
      idleMinutes={minutes(engine.idleFor()) || undefined}
      timeoutMinutes={policy.timeoutMs === null ? undefined : minutes(policy.timeoutMs) || undefined}
      companyName={companyName}
      note={note}
      works={works}
      isStaying={isStaying}
      isTrying={error !== null}
      onStay={() => void engine.stay()}
      onLogOut={() => engine.logOutNow()}
      onDismiss={() => setDismissed(true)}
    />
  )
}
