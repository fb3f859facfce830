import type { MailHealth } from '../../contract/invitation-settings.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Space } from '../../primitives/element/Space.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import { InviteNote } from './InviteNote.tsx'
import type { InviteDraftGroup } from './invite-draft-group.ts'

interface InviteNotesProps {
  draft: InviteDraftGroup
  mail: MailHealth | undefined
}

/** Above the field: what the last sending has done, why it failed, and that email waits. */
export function InviteNotes({ draft, mail }: InviteNotesProps) {
  const t = useMessages(inviteUserMessages)
  const { number } = useFormats()
  const sentence = useFailureSentence()
  const { result, error, addresses } = draft
  const name = error?.params?.name ?? ''
  const errorText =
    error?.code === 'file_too_large'
      ? t.file.tooLarge({ name })
      : error?.code === 'file_unreadable'
        ? t.file.unreadable({ name })
        : error && sentence(error)
  return (
    <>
      {mail?.state === 'waiting' && (
        <InviteNote tone="warning" icon="mail">
          <span>{mail.reason ? t.mailWaitingBecause({ reason: mail.reason }) : t.mailWaiting}</span>
        </InviteNote>
      )}
      {errorText && (
        <InviteNote tone="failed" icon="alert">
          <span>{errorText}</span>
        </InviteNote>
      )}
      {result && (
        <InviteNote tone="done" icon="check">
          <span>
            <strong>
              {result.invited < result.total
                ? t.result.some({ count: result.invited, total: number(result.total) })
                : t.result.all({ count: result.invited })}
            </strong>
            <Space />
            {addresses.length > 0 && <span>{t.result.left({ count: addresses.length })}</span>}
          </span>
        </InviteNote>
      )}
    </>
  )
}
