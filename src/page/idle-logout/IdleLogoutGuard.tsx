import { type ReactNode, useContext, useEffect } from 'react'
import { IdleCover } from '../../components/idle-logout/IdleCover.tsx'
import { RosterContext } from '../../hooks/RosterContext.ts'
import { useIdleLogout } from '../../hooks/useIdleLogout.ts'
import { useOnline } from '../../hooks/useOnline.ts'
import { useLatest } from '../../primitives/element/useLatest.ts'
import { callHost } from '../../state/core/call-host.ts'
import type { IdleEngine } from '../../state/idle/idle-engine.ts'
import type { EndReason } from '../../state/idle/idle-state.ts'
import { useIsFirstGuard } from './useIsFirstGuard.ts'
import { useLeaveUnasked } from './useLeaveUnasked.ts'
import { WarningNow } from './WarningNow.tsx'

/** Props of {@link IdleLogoutGuard}. */
export interface IdleLogoutGuardProps {
  /**
   * Called once in a browser before the session ends: set the person away, save drafts. The logout waits for its promise,
   * for 5 seconds at most.
   */
  onBeforeLogout?: ((reason: EndReason) => unknown) | undefined
  /** Called in each window when the session has ended, usually to go to the sign-in page, which can say why. */
  onLogout?: ((end: { reason: EndReason }) => void) | undefined
  /** Called by *Sign in again*. @default calls `onLogout` again, or loads the page again */
  onSignIn?: (() => void) | undefined
  /** The company's name, for the warning. */
  companyName?: string | undefined
  /** A sentence for the warning and the cover, such as "Your draft is kept." */
  note?: ReactNode
  /** An engine of your own, from `openIdleEngine`. @default that of the nearest provider's session */
  engine?: IdleEngine | undefined
}

/**
 * Logs out inactive people: counts their activity, warns them, covers the page and ends the session. Render it once on every
 * page of your application; it shows nothing until then.
 */
export function IdleLogoutGuard({
  onBeforeLogout,
  onLogout,
  onSignIn,
  companyName,
  note,
  engine: given,
}: IdleLogoutGuardProps) {
  const { engine, phase, reason, policy } = useIdleLogout({ engine: given })
  const isFirst = useIsFirstGuard(engine)
  const state = useContext(RosterContext)
  const isOnline = useOnline()
  const latest = useLatest({ onBeforeLogout, onLogout })

  useEffect(() => {
    if (!isFirst) return
    return engine?.onBeforeEnd((why) => callHost(() => latest.current.onBeforeLogout?.(why)))
  }, [engine, isFirst])
  useEffect(() => {
    if (!isFirst) return
    return engine?.onEnded((why) => {
      // A provider forgets what it has loaded, but doesn't know the engine of a host.
      if (given) state?.reset()
      void callHost(() => latest.current.onLogout?.({ reason: why }))
    })
  }, [engine, given, state, isFirst])
  useLeaveUnasked(phase === 'ended')

  if (!engine || !isFirst) return null
  if (phase === 'warning') return <WarningNow engine={engine} companyName={companyName} note={note} />
  if (phase !== 'verifying' && phase !== 'ended') return null
  const signIn = () => {
    if (onSignIn) onSignIn()
    else if (onLogout) onLogout({ reason: reason ?? 'idle' })
    else window.location.reload()
  }
  return (
    <IdleCover
      reason={phase === 'ended' ? (reason ?? 'idle') : undefined}
      timeoutMinutes={
        policy.timeoutMs === null ? undefined : Math.floor(policy.timeoutMs / 60_000) || undefined
      }
      isOffline={!isOnline}
      note={note}
      onSignIn={signIn}
    />
  )
}
