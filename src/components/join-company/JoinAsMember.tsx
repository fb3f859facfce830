import { joinCompanyMessages } from '../../messages/join-company.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { JoinCompanyRow } from './JoinCompanyRow.tsx'
import { JoinError } from './JoinError.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import { JoinPerson } from './JoinPerson.tsx'
import type { JoinStepProps } from './join-company-view-props.ts'
import { useInvitationWords } from './useInvitationWords.ts'

/** For the invited account, signed in: it joins with one press, and switches to the company or stays where it is. */
export function JoinAsMember(props: JoinStepProps) {
  const { invitation, current, error, isJoining, onJoin, onSignOut, onStay, logo } = props
  const t = useMessages(joinCompanyMessages)
  const { list } = useFormats()
  const words = useInvitationWords()
  const { company, role, teams, signedInAs, invitedBy, lost } = invitation
  const others = (signedInAs?.companies ?? []).filter(({ id }) => id !== company.id)
  const here = others.find(({ id }) => id === current?.id) ?? (others.length === 1 ? others[0] : undefined)
  const names = teams.map(({ name }) => name)
  const invitedAs =
    names.length > 0 ? t.invitedAsIn({ as: role.name, in: list(names) }) : t.invitedAs({ as: role.name })
  const text = (others.length > 0 ? t.existingElsewhere : t.existing)({ name: company.name })

  return (
    <JoinFrame
      name={company.name}
      logo={logo}
      title={t.title({ name: company.name })}
      texts={[text, ...words.lost(lost, role.name, invitedBy?.name)]}
      foot={here && t.switchLater}
    >
      <div className="roster-join-rows">
        {signedInAs && (
          <JoinPerson
            name={signedInAs.name}
            email={signedInAs.email}
            action={
              onSignOut && (
                <Button variant="link" onClick={onSignOut}>
                  {t.notYou}
                </Button>
              )
            }
          />
        )}
        {here && <JoinCompanyRow company={here} note={here.id === current?.id ? t.here : t.member} isOther />}
        <JoinCompanyRow company={company} note={invitedAs} />
      </div>
      <div className="roster-join-actions">
        <Button variant="primary" size="large" pending={isJoining} onClick={() => onJoin({}, 'open')}>
          {here ? t.joinAndSwitch : t.join({ name: company.name })}
        </Button>
        {here && onStay && (
          <Button size="large" aria-disabled={isJoining || undefined} onClick={() => onJoin({}, 'stay')}>
            {t.joinAndStay({ name: here.name })}
          </Button>
        )}
      </div>
      {error && <JoinError error={error} />}
    </JoinFrame>
  )
}
