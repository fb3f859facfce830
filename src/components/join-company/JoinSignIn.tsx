import { joinCompanyMessages } from '../../messages/join-company.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { JoinFrame } from './JoinFrame.tsx'
import type { JoinStepProps } from './join-company-view-props.ts'
import { useInvitationWords } from './useInvitationWords.ts'

/** For someone who is signed out and has an account, here or where the host keeps accounts. */
export function JoinSignIn({ invitation, onSignIn, onCreateAccount, signInSite, logo }: JoinStepProps) {
  const t = useMessages(joinCompanyMessages)
  const words = useInvitationWords()
  const { company, email, role, account, invitedBy, lost } = invitation
  const isHere = account === 'exists'
  return (
    <JoinFrame
      name={company.name}
      logo={logo}
      title={t.title({ name: company.name })}
      texts={[
        isHere ? words.invited(invitation) : words.invitedAddress(invitation),
        isHere && fillNodes(t.accountExists, { email: words.strong(email) }),
        ...words.lost(lost, role.name, invitedBy?.name),
      ]}
      foot={signInSite === undefined ? t.comeBack : t.goTo({ site: signInSite })}
    >
      <div className="roster-join-actions">
        {onSignIn && (
          <Button variant="primary" size="large" onClick={() => onSignIn({ email })}>
            {t.signInToJoin}
          </Button>
        )}
        {!isHere && onCreateAccount && (
          <Button size="large" onClick={() => onCreateAccount({ email })}>
            {t.createAccount}
          </Button>
        )}
      </div>
    </JoinFrame>
  )
}
