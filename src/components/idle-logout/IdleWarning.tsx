import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useRef, useState } from 'react'
import { idleLogoutMessages } from '../../messages/idle-logout.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Hidden } from '../../primitives/hidden/Hidden.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { TopDialog } from '../../primitives/top-dialog/TopDialog.tsx'
import { addUpWorks } from './add-up-works.ts'
import { IdleRing } from './IdleRing.tsx'
import { IdleWorkPauses } from './IdleWorkPauses.tsx'
import { IdleWorkProgress, type RunningIdleWork } from './IdleWorkProgress.tsx'

/** Props of {@link IdleWarning}. */
export interface IdleWarningProps extends Omit<ComponentPropsWithoutRef<'dialog'>, 'children'> {
  /** The seconds until the logout. */
  seconds: number
  /** How long before the logout the warning appears, in seconds. @default 60 */
  warnSeconds?: number
  /** `absolute` is the end of the sign-in, which can't be moved. @default 'idle' */
  limit?: 'idle' | 'absolute'
  /** For how many minutes the person has been inactive. */
  idleMinutes?: number | undefined
  /** After how many minutes people are logged out. */
  timeoutMinutes?: number | undefined
  /** The company that the person will be logged out of. @default no name */
  companyName?: string | undefined
  /** A sentence of your own, such as "Your draft is kept." */
  note?: ReactNode
  works?: readonly RunningIdleWork[]
  /** Whether *Stay logged in* waits for the server. @default false */
  isStaying?: boolean
  /** Whether the server couldn't be reached. @default false */
  isTrying?: boolean
  /** Called by *Stay logged in*. Omit it and the button isn't rendered. */
  onStay?: (() => void) | undefined
  /** Called by *Log out now*. Omit it and the button isn't rendered. */
  onLogOut?: (() => void) | undefined
  /** Closes the warning of a limit that can't be moved. */
  onDismiss?: (() => void) | undefined
}

/** The seconds at which screen readers say how much time is left. */
const spoken = [60, 30, 10]

/** Warns before an idle logout, above everything that the page shows. */
export const IdleWarning = forwardRef<HTMLDialogElement, IdleWarningProps>(function IdleWarning(
  {
    seconds,
    warnSeconds = 60,
    limit = 'idle',
    idleMinutes,
    timeoutMinutes,
    companyName,
    note,
    works = [],
    isStaying = false,
    isTrying = false,
    onStay,
    onLogOut,
    onDismiss,
    ...rest
  },
  ref,
) {
  const messages = useMessages(idleLogoutMessages)
  const { warning, absolute } = messages
  const id = useId()
  const stay = useRef<HTMLButtonElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const [atFirst] = useState(seconds)
  const isIdle = limit === 'idle'
  const heard = [...spoken].reverse().find((mark) => seconds <= mark && mark < atFirst)
  return (
    <TopDialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      // The absolute limit interrupts people who work: the key that they press next must not close the warning.
      initialFocus={isIdle ? stay : title}
      {...rest}
    >
      <div className="roster-idle-warning">
        <h2 ref={title} id={`${id}-title`} className="roster-idle-title" tabIndex={isIdle ? undefined : -1}>
          {isIdle ? warning.title : absolute.title}
        </h2>
        <p className="roster-idle-text">{isIdle ? warning.text : absolute.text}</p>
        <IdleRing seconds={seconds} of={warnSeconds} />
        {addUpWorks(works).map((running) => (
          <IdleWorkProgress key={running.label} work={running} />
        ))}
        <div id={`${id}-text`} className="roster-idle-note">
          <Hidden>{warning.left({ count: atFirst })}</Hidden>
          {isIdle && idleMinutes !== undefined && works.length === 0 && (
            <p className="roster-idle-line">{warning.inactive({ count: idleMinutes })}</p>
          )}
          {works.length > 0 && <IdleWorkPauses works={works} />}
          {!isIdle && <p className="roster-idle-line">{absolute.note}</p>}
          <p className="roster-idle-line">
            {isIdle && timeoutMinutes !== undefined && works.length === 0 && (
              <>
                <span>
                  {companyName === undefined
                    ? warning.limitWithoutName({ count: timeoutMinutes })
                    : warning.limit({ count: timeoutMinutes, companyName })}
                </span>
                <span> </span>
              </>
            )}
            {note && <span>{note}</span>}
          </p>
        </div>
        <p role="status" className="roster-idle-trying">
          {isStaying && isTrying && <span>{warning.trying}</span>}
        </p>
        <div className="roster-idle-actions">
          {isIdle && onStay && (
            <Button ref={stay} variant="primary" size="large" pending={isStaying} onClick={onStay}>
              {warning.stay}
            </Button>
          )}
          {!isIdle && onDismiss && (
            <Button variant="primary" size="large" onClick={onDismiss}>
              {absolute.goOn}
            </Button>
          )}
          {onLogOut && (
            <Button variant="quiet" size="large" onClick={onLogOut}>
              {warning.logOut}
            </Button>
          )}
        </div>
        <div role="status">{heard !== undefined && <Hidden>{warning.left({ count: heard })}</Hidden>}</div>
      </div>
    </TopDialog>
  )
})
