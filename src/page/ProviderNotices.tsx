import { useEffect, useRef } from 'react'
import { createLater } from '../base/create-later.ts'
import { useRosterState } from '../hooks/RosterContext.ts'
import { Boundary } from '../primitives/boundary/Boundary.tsx'
import { useLater } from '../primitives/later/useLater.ts'
import { useRosterUI } from '../primitives/roster-ui/RosterUIContext.ts'
import { useNoticesState } from '../primitives/roster-ui/useNotices.ts'

/** The first toast loads its place. */
const toaster = createLater(async () => {
  const { Toaster } = await import('../primitives/toaster/Toaster.tsx')
  return Toaster
})

/** Shows toasts where nothing else on the page does, and forgets all notices when another sign-in begins. */
export function ProviderNotices() {
  const { epoch } = useRosterState('<RosterProvider>')
  const { notices } = useRosterUI()
  const hasToasts = useNoticesState().toasts.length > 0
  const shown = useRef(epoch)
  useEffect(() => {
    if (shown.current !== epoch) notices.clear()
    shown.current = epoch
  }, [notices, epoch])
  return (
    hasToasts && (
      <Boundary name="dialog" fallback={() => null}>
        <LaterToaster />
      </Boundary>
    )
  )
}

function LaterToaster() {
  const Toaster = useLater(toaster)
  return Toaster ? <Toaster /> : null
}
