import type { Invitation } from '../../../contract/invitations.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'

/** What can be done with an invitation. A callback that is omitted hides its button. */
export interface InvitationFootProps {
  invitation: Invitation
  /** Seconds until it can be sent again. @default 0 */
  cooldown?: number
  /** Whether it is being sent. @default false */
  sending?: boolean
  /** Called when *Resend invitation* is pressed. */
  onResend?: (() => void) | undefined
  /** Called when *Delete invitation* is pressed, before any confirmation. */
  onDelete?: (() => void) | undefined
}

/** The buttons at the end of the panel of an invitation. */
export function InvitationFoot(props: InvitationFootProps) {
  const { invitation, cooldown = 0, sending = false, onResend, onDelete } = props
  const t = useMessages(invitationsMessages)
  const reasons = useMessages(reasonsMessages)
  const { countdown } = useFormats()
  if (!onResend && !onDelete) return null
  const { resend, delete: deletion } = invitation.actions
  const isCooling = cooldown > 0
  return (
    <div className="roster-panel-foot">
      {onDelete && (
        <Button
          variant="danger-quiet"
          icon="trash"
          reason={reasonSentence(reasons, deletion)}
          onClick={onDelete}
        >
          {t.panel.delete}
        </Button>
      )}
      {onResend && (
        <Button
          className="roster-invitation-resend"
          pending={sending}
          reason={isCooling ? undefined : reasonSentence(reasons, resend)}
          aria-disabled={isCooling || undefined}
          onClick={onResend}
        >
          <span>{t.panel.resend}</span>
          {isCooling && (
            <span className="roster-invitation-again">{t.again({ time: countdown(cooldown) })}</span>
          )}
        </Button>
      )}
    </div>
  )
}
