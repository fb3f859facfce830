import { joinCompanyMessages } from '../../messages/join-company.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { JoinFrame } from './JoinFrame.tsx'
import { JoinPerson } from './JoinPerson.tsx'
import type { JoinStepProps } from './join-company-view-props.ts'
import { useInvitationWords } from './useInvitationWords.ts'

/** For someone who is signed in with another account than the invited one. */
export function OtherAccount({ invitation, onSignOut, onStay, logo }: JoinStepProps) {
  const { otherAccount: t } = useMessages(joinCompanyMessages)
  const { strong } = useInvitationWords()
  const { company, email, signedInAs } = invitation
  const { name = '', email: own = '' } = signedInAs ?? {}
  return (
    <JoinFrame
      name={company.name}
      logo={logo}
      title={t.title}
      texts={[fillNodes((nodes) => t.text({ name: company.name, ...nodes }), { email: strong(email) })]}
      foot={onSignOut && t.foot}
    >
      <JoinPerson name={name} email={own} />
      <div className="roster-join-actions">
        {onSignOut && (
          <Button variant="primary" size="large" onClick={onSignOut}>
            {t.signOut}
          </Button>
        )}
        {onStay && (
          <Button size="large" onClick={onStay}>
            {t.stay({ name: name.trim().split(/\s+/)[0] || own })}
          </Button>
        )}
      </div>
    </JoinFrame>
  )
}
