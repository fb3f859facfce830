import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useRef } from 'react'
import { idleLogoutMessages } from '../../messages/idle-logout.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { TopDialog } from '../../primitives/top-dialog/TopDialog.tsx'

/** Props of {@link IdleCover}. */
export interface IdleCoverProps extends Omit<ComponentPropsWithoutRef<'dialog'>, 'children'> {
  /** Why the session ended. Omitted while the server is asked whether it has. */
  reason?: 'idle' | 'expired' | 'revoked' | 'signed_out' | 'session_changed' | undefined
  /** After how many minutes people are logged out. */
  timeoutMinutes?: number | undefined
  /** Whether there is no network. @default false */
  isOffline?: boolean
  /** A sentence of your own, such as "Your draft is kept." */
  note?: ReactNode
  /** Called by *Sign in*. Omit it and the button isn't rendered. */
  onSignIn?: (() => void) | undefined
}

/** Hides the whole page: while the server is asked whether the session goes on, and after it has ended. */
export const IdleCover = forwardRef<HTMLDialogElement, IdleCoverProps>(function IdleCover(
  { reason, timeoutMinutes, isOffline = false, note, onSignIn, ...rest },
  ref,
) {
  const t = useMessages(idleLogoutMessages).cover
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <TopDialog
      // A new dialog when the session has ended, so that its title is read and its button gets the focus.
      key={reason === undefined ? 'asking' : 'ended'}
      ref={ref}
      isCover
      leavesFullScreen={reason !== undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      initialFocus={button}
      {...rest}
    >
      <div className="roster-idle-cover">
        <span className="roster-idle-mark">
          <Icon name={reason === undefined ? 'clock' : 'lock'} />
        </span>
        <h2 id={`${id}-title`} className="roster-idle-title">
          {reason === undefined ? t.asking : t.title}
        </h2>
        <div id={`${id}-text`} className="roster-idle-cover-text">
          {reason === undefined ? (
            <>
              <p className="roster-idle-line">{isOffline ? t.offline : t.askingText}</p>
              <p className="roster-idle-line">{t.askingBound}</p>
            </>
          ) : (
            <>
              <p className="roster-idle-line">{why(t.reasons, reason, timeoutMinutes)}</p>
              {note && <p className="roster-idle-line">{note}</p>}
            </>
          )}
        </div>
        <div className="roster-idle-cover-end">
          {reason === undefined ? (
            <div role="progressbar" aria-label={t.askingLabel} className="roster-idle-asking" />
          ) : (
            onSignIn && (
              <Button ref={button} variant="primary" size="large" onClick={onSignIn}>
                {t.signIn}
              </Button>
            )
          )}
        </div>
      </div>
    </TopDialog>
  )
})

type Reasons = ReturnType<typeof useMessages<typeof idleLogoutMessages.messages>>['cover']['reasons']

function why(t: Reasons, reason: NonNullable<IdleCoverProps['reason']>, minutes: number | undefined) {
  if (reason !== 'idle') return t[reason]
  return minutes === undefined ? t.idleUncounted : t.idle({ count: minutes })
}
