import { type ComponentPropsWithoutRef, forwardRef, useMemo } from 'react'
import { toasterMessages } from '../../messages/toaster.ts'
import { classNames } from '../element/class-names.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import type { ToasterPlace } from '../roster-ui/notices.ts'
import { useRosterUI } from '../roster-ui/RosterUIContext.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNoticesState } from '../roster-ui/useNotices.ts'
import { ToastBar } from './ToastBar.tsx'

/** Where toasts appear. */
export interface ToasterProps extends ComponentPropsWithoutRef<'section'> {
  /** At the foot of the window, or in the flow of a dock that the page has placed. @default 'window' */
  placement?: 'window' | 'dock'
}

/**
 * Shows the toasts of `useNotices().toast`. Of several, only one shows them: one in a dock if there is one, otherwise the
 * first. A `RosterProvider` brings its own. The live regions are in the root, so that this can be unmounted at any time.
 */
export const Toaster = forwardRef<HTMLElement, ToasterProps>(function Toaster(
  { placement = 'window', className, ...rest },
  ref,
) {
  const { notices } = useRosterUI()
  const { toasts, place } = useNoticesState()
  const t = useMessages(toasterMessages)
  const own = useMemo<ToasterPlace>(() => ({ placement }), [placement])
  useIsomorphicLayoutEffect(() => notices.offer(own), [notices, own])
  if (place && place !== own) return null
  return (
    <section
      ref={ref}
      aria-label={t.label}
      className={classNames('roster-toaster', className)}
      data-placement={placement}
      {...rest}
    >
      <ol className="roster-toasts">
        {toasts.map((toast) => (
          <ToastBar key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  )
})
