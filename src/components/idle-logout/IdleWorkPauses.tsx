import { idleLogoutMessages } from '../../messages/idle-logout.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { RunningIdleWork } from './IdleWorkProgress.tsx'

/** Explains what the logout does to work that goes on. */
export function IdleWorkPauses({ works }: { works: readonly RunningIdleWork[] }) {
  const t = useMessages(idleLogoutMessages).work
  const isDeleting = works.every(({ label }) => label === 'delete')
  return (
    <>
      <p className="roster-idle-line">{isDeleting ? t.deletingPauses : t.pauses}</p>
      <p className="roster-idle-line">{t.canContinue}</p>
    </>
  )
}
