import './sign-in.css'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { type Refusal, signIn } from './account.ts'
import { type Departure, departureText } from './departure.ts'
import { useCountdown } from './useCountdown.ts'

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

function refusalText(refusal: Refusal, wait: number) {
  if (refusal.kind === 'mismatch') return 'This email address and password don’t match.'
  if (refusal.kind === 'failed') return 'The server did not answer. Please try again.'
  return wait > 0 ? `Too many attempts. Try again in ${clock(wait)}.` : 'You can try again now.'
}

interface SignInProps {
  company: { id: string; name: string }
  /** The company whose session ended, in which to start a new one. */
  reopen?: string
  /** The account that was signed in before. */
  before?: { name: string; email: string }
  /** Why it was signed out. */
  departure?: Departure
  onSignedIn(): void
}

/** The sign-in page. */
export function SignIn({ company, reopen, before, departure, onSignedIn }: SignInProps) {
  const [known, setKnown] = useState(before)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [until, setUntil] = useState(0)
  const wait = useCountdown(until)
  const password = useRef<HTMLInputElement>(null)
  const id = useId()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy || wait > 0) return
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const refused = await signIn(String(form.get('email')), String(form.get('password')), reopen)
    setBusy(false)
    if (!refused) return onSignedIn()
    setRefusal(refused)
    if (refused.kind === 'wait') setUntil(Date.now() + refused.seconds * 1_000)
    if (refused.kind === 'mismatch' && password.current) password.current.value = ''
    password.current?.focus()
  }

  return (
    <main className="join">
      <title>{`Sign in – ${company.name}`}</title>
      <div className="join-card">
        <Mark company={company} large />
        <h1>Sign in to {company.name}</h1>
        {departure && (
          <p className="note" role="status">
            <Icon name="clock" />
            {departureText(departure)}
          </p>
        )}
        <form className="join-form" onSubmit={submit}>
          {known ? (
            <div className="person">
              <Avatar name={known.name} size={32} />
              <span className="person-text">
                <bdi className="strong">{known.name}</bdi>
                <span className="quiet">{known.email}</span>
              </span>
              <input type="hidden" name="email" value={known.email} />
              <button type="button" className="text-button" onClick={() => setKnown(undefined)}>
                Not you?
              </button>
            </div>
          ) : (
            <div className="field">
              <label htmlFor={`${id}-email`}>Email address</label>
              <input
                id={`${id}-email`}
                className="input"
                name="email"
                type="email"
                autoComplete="username"
                required
              />
            </div>
          )}
          <div className="field">
            <label htmlFor={`${id}-password`}>Password</label>
            <span className="reveal">
              <input
                ref={password}
                id={`${id}-password`}
                className="input"
                name="password"
                type={shown ? 'text' : 'password'}
                autoComplete="current-password"
                required
                aria-invalid={refusal?.kind === 'mismatch' || undefined}
                aria-describedby={refusal ? `${id}-refusal` : undefined}
              />
              <button
                type="button"
                className="icon-button"
                aria-label="Show password"
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              >
                <Icon name="eye" />
              </button>
            </span>
            {refusal && (
              <p className="refusal" id={`${id}-refusal`} role="alert">
                <Icon name="alert" size={14} />
                {refusalText(refusal, wait)}
              </p>
            )}
          </div>
          <button type="submit" className="button" data-primary data-large disabled={busy || wait > 0}>
            Sign in
          </button>
        </form>
        {known && departure?.reason === 'idle' && <p className="join-foot">You return to where you were.</p>}
        {!known && <p className="join-foot">No account yet? An Admin can invite you.</p>}
      </div>
    </main>
  )
}
