import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Progress } from '../../primitives/progress/Progress.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface InviteProgressProps {
  done: number
  total: number
}

/** How many invitations are sent. */
export function InviteProgress({ done, total }: InviteProgressProps) {
  const t = useMessages(inviteUserMessages)
  const { number } = useFormats()
  return (
    <span className="roster-invite-progress" role="status">
      <Progress label={t.sending} value={done} max={total} size="small" />
      <span>{t.progress({ done: number(done), total: number(total) })}</span>
    </span>
  )
}
