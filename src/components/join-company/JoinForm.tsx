import { type FormEvent, useEffect, useRef, useState } from 'react'
import { shortestPassword } from '../../base/shortest-password.ts'
import { joinCompanyMessages } from '../../messages/join-company.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { PasswordField } from '../../primitives/password-field/PasswordField.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { TextField } from '../../primitives/text-field/TextField.tsx'
import { JoinError } from './JoinError.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import { JoinPerson } from './JoinPerson.tsx'
import type { JoinFailure, JoinStepProps } from './join-company-view-props.ts'
import { LinkInText } from './LinkInText.tsx'
import { useInvitationWords } from './useInvitationWords.ts'
import { usePasswordFault } from './usePasswordFault.ts'

const isAboutName = (error: JoinFailure | null | undefined) =>
  error?.fields?.some(({ pointer }) => pointer === '/body/name') ?? false

/**
 * For a new person, who sets a name and a password, and for an account without a password. The fields keep their text
 * if the server refuses it.
 */
export function JoinForm({ invitation, error, isJoining = false, onJoin, onSignIn, logo }: JoinStepProps) {
  const t = useMessages(joinCompanyMessages)
  const words = useInvitationWords()
  const passwordFault = usePasswordFault()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  /** The fields that were empty when the button was last pressed. */
  const [missing, setMissing] = useState({ name: false, password: false })
  const nameField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  const { company, email, role, invitedBy, lost } = invitation
  const isNew = invitation.account === 'none'
  const least = String(shortestPassword)

  const nameError = missing.name ? t.nameMissing : isAboutName(error) ? t.nameRefused : undefined
  const passwordError = missing.password
    ? t.passwordFaults.too_short({ least })
    : error?.code === 'password_refused'
      ? passwordFault(error)
      : undefined
  const isElsewhere = error && !nameError && !passwordError

  useEffect(() => {
    if (isAboutName(error)) nameField.current?.focus()
    else if (error?.code === 'password_refused') passwordField.current?.focus()
  }, [error])

  function submit(event: FormEvent) {
    event.preventDefault()
    const faults = {
      name: isNew && name.trim() === '',
      password: [...password].length < shortestPassword,
    }
    setMissing(faults)
    if (faults.name) nameField.current?.focus()
    else if (faults.password) passwordField.current?.focus()
    if (faults.name || faults.password || isJoining) return
    onJoin({ ...(isNew && { name: name.trim() }), password }, 'open')
  }

  const invited = words.invited(invitation)
  const knownName = invitation.name ?? ''
  return (
    <JoinFrame
      name={company.name}
      logo={logo}
      title={t.title({ name: company.name })}
      texts={[invited, ...(isNew ? [] : [t.noPassword]), ...words.lost(lost, role.name, invitedBy?.name)]}
      foot={
        isNew
          ? onSignIn && <LinkInText message={t.haveAccount} onPress={() => onSignIn({})} />
          : t.notThem({ name: knownName || email })
      }
    >
      <form className="roster-join-fields" onSubmit={submit} noValidate>
        {isNew ? (
          <>
            <TextField
              label={t.email}
              value={email}
              type="email"
              dir="ltr"
              autoComplete="username"
              readOnly
              end={<Icon name="lock" size="small" />}
            />
            <TextField
              ref={nameField}
              label={t.yourName}
              value={name}
              autoComplete="name"
              error={nameError}
              onChange={(event) => {
                setName(event.target.value)
                setMissing({ ...missing, name: false })
              }}
            />
          </>
        ) : (
          <>
            <JoinPerson name={knownName} email={email} />
            <input type="hidden" autoComplete="username" value={email} readOnly />
          </>
        )}
        <PasswordField
          ref={passwordField}
          label={isNew ? t.password : t.newPassword}
          value={password}
          autoComplete="new-password"
          hint={t.passwordHint({ least })}
          error={passwordError}
          onChange={(event) => {
            setPassword(event.target.value)
            setMissing({ ...missing, password: false })
          }}
        />
        <Button type="submit" variant="primary" size="large" pending={isJoining}>
          {isNew ? t.join({ name: company.name }) : t.savePassword}
        </Button>
        {isElsewhere && <JoinError error={error} />}
      </form>
    </JoinFrame>
  )
}
