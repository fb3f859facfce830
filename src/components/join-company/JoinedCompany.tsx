import type { Joined } from '../../contract/join.ts'
import { joinCompanyMessages } from '../../messages/join-company.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { JoinFrame } from './JoinFrame.tsx'
import type { JoinCompanyViewProps } from './join-company-view-props.ts'
import { useInvitationWords } from './useInvitationWords.ts'

/** Shown after joining: the person's role, what they didn't get, and the company to open. */
export function JoinedCompany({
  joined,
  invitation,
  onOpen,
  logo,
}: JoinCompanyViewProps & { joined: Joined }) {
  const { joined: t, accepted } = useMessages(joinCompanyMessages)
  const words = useInvitationWords()
  const { company, role, lost } = joined
  return (
    <JoinFrame
      name={company.name}
      logo={logo}
      title={t.title({ name: company.name })}
      texts={[
        role ? t.text({ as: role.name }) : t.textWithoutRole,
        ...words.lost(lost, role?.name ?? '', invitation?.invitedBy?.name),
      ]}
    >
      {onOpen && (
        <Button variant="primary" size="large" onClick={() => onOpen(company)}>
          {accepted.open({ name: company.name })}
        </Button>
      )}
    </JoinFrame>
  )
}
