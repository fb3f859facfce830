import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { toasterMessages } from '../../messages/toaster.ts'
import { classNames } from '../element/class-names.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNoticesState } from '../roster-ui/useNotices.ts'
import { ToastBar } from './ToastBar.tsx'

/** Where toasts appear. */
export interface ToasterProps extends ComponentPropsWithoutRef<'section'> {
  /** At the foot of the window, or in the flow of a dock that the page has placed. @default 'window' */
  placement?: 'window' | 'dock'
}

/**
 * Shows the toasts of `useNotices().toast`. Render one for each page. The live regions are in the root, so that it can
 * be unmounted at any time.
 */
export const Toaster = forwardRef<HTMLElement, ToasterProps>(function Toaster(
  { placement = 'window', className, ...rest },
  ref,
) {
  const { toasts } = useNoticesState()
  const t = useMessages(toasterMessages)
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
