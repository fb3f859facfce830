import type { ReactNode } from 'react'
import { joinCompanyMessages } from '../../messages/join-company.ts'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { RelativeTime } from '../../primitives/relative-time/RelativeTime.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../primitives/roster-ui/useNow.ts'
import { AcceptedInvitation } from './AcceptedInvitation.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import type { JoinCompanyViewProps } from './join-company-view-props.ts'
import { LinkInText } from './LinkInText.tsx'
import { useInvitationWords } from './useInvitationWords.ts'

const hour = 3_600_000

/** When it expired: how long ago, if that is within an hour. */
function ExpiredAt({ at }: { at: string }) {
  const { expired: t } = useMessages(joinCompanyMessages)
  const { dateTime } = useFormats()
  const now = useNow()
  const isRecent = now !== undefined && Math.abs(now - Date.parse(at)) < hour
  if (!isRecent) return <span>{t.text({ time: dateTime(at) })}</span>
  return fillNodes((nodes) => t.ago({ time: dateTime(at), ...nodes }), {
    ago: <RelativeTime value={at} inSentence />,
  })
}

/** For a genuine link that no longer works: what happened, and what to do next. */
export function EndedInvitation(props: JoinCompanyViewProps) {
  const { error, onSignIn, logo } = props
  const t = useMessages(joinCompanyMessages)
  const { dateTime } = useFormats()
  const { strong } = useInvitationWords()
  const { company: name = '', inviter, at, email } = error?.params ?? {}
  const asking = inviter ? { inviter: strong(inviter) } : undefined
  const signIn = onSignIn && <LinkInText message={t.signInFoot} onPress={() => onSignIn({})} />

  const frame = (title: string, texts: ReactNode[], foot: ReactNode = signIn) => (
    <JoinFrame name={name} logo={logo} title={title} texts={texts} foot={foot} />
  )

  switch (error?.code) {
    case 'invitation_expired':
      return frame(t.expired.title, [
        at && <ExpiredAt at={at} />,
        asking
          ? fillNodes((nodes) => t.expired.ask({ name, ...nodes }), asking)
          : t.expired.askWithoutName({ name }),
      ])
    case 'invitation_deleted':
      return frame(t.deleted.title, [
        t.deleted.text({ name }),
        asking ? fillNodes(t.deleted.ask, asking) : t.deleted.askWithoutName,
      ])
    case 'invitation_superseded':
      return frame(
        t.superseded.title,
        [
          at && email ? t.superseded.text({ email, time: dateTime(at) }) : t.superseded.textWithoutTime,
          t.superseded.open({ name }),
        ],
        inviter ? t.superseded.foot({ inviter }) : t.superseded.footWithoutName,
      )
    default:
      return <AcceptedInvitation {...props} />
  }
}
