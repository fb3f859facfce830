import { joinCompanyMessages } from '../../messages/join-company.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { JoinFrame } from './JoinFrame.tsx'
import { JoinPerson } from './JoinPerson.tsx'
import type { JoinCompanyViewProps } from './join-company-view-props.ts'

/** For a link that was used. The account that used it can open the company. Anyone else only sees that it was used. */
export function AcceptedInvitation({ error, onOpen, onSignIn, logo }: JoinCompanyViewProps) {
  const { accepted: t, signIn } = useMessages(joinCompanyMessages)
  const { dateTime } = useFormats()
  const { company: name = '', companyId, at, role, email, person = '' } = error?.params ?? {}
  if (companyId === undefined)
    return (
      <JoinFrame name={name} logo={logo} title={t.usedTitle} texts={[t.usedText({ name })]}>
        {onSignIn && (
          <Button variant="primary" size="large" onClick={() => onSignIn({})}>
            {signIn}
          </Button>
        )}
      </JoinFrame>
    )
  return (
    <JoinFrame
      name={name}
      logo={logo}
      title={t.title({ name })}
      texts={[at && role ? t.text({ time: dateTime(at), as: role }) : t.textWithoutTime]}
    >
      {email && <JoinPerson name={person} email={email} />}
      {onOpen && (
        <Button variant="primary" size="large" onClick={() => onOpen({ id: companyId, name })}>
          {t.open({ name })}
        </Button>
      )}
    </JoinFrame>
  )
}
