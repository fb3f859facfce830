import { workKinds } from '../../base/work-kind.ts'
import { idleLogoutMessages } from '../../messages/idle-logout.ts'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { Progress } from '../../primitives/progress/Progress.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Work that goes on while the warning is shown. */
export interface RunningIdleWork {
  /** `delete`, `changeRole`, `changeTeams`, `resend`, `undo`, `invite`, or words of your own. */
  label: string
  /** How many steps are done. Without it there is no progress bar. */
  done?: number | undefined
  /** How many steps there are. Without it there is no progress bar. */
  total?: number | undefined
}

/** Names work that goes on, and shows how far it is. */
export function IdleWorkProgress({ work: { label, done, total } }: { work: RunningIdleWork }) {
  const t = useMessages(idleLogoutMessages).work
  const { number } = useFormats()
  const kind = workKinds.find((known) => known === label)
  const name = kind ? t[kind] : t.unnamed({ label })
  return (
    <div className="roster-idle-work">
      {done !== undefined && total !== undefined && (
        <Progress label={name} value={done} max={total} size="small" />
      )}
      <div className="roster-idle-work-line">
        <span>{name}</span>
        {done !== undefined && total !== undefined && (
          <span>{fillNodes(t.of, { done: <strong>{number(done)}</strong>, total: number(total) })}</span>
        )}
      </div>
    </div>
  )
}
