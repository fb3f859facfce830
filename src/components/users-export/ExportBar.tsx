import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { Failure } from '../../base/failure.ts'
import { usersExportBarMessages } from '../../messages/users-export-bar.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { DockBar } from '../../primitives/dock-bar/DockBar.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { IconButton } from '../../primitives/icon-button/IconButton.tsx'
import { Progress } from '../../primitives/progress/Progress.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'

/** An export as it is shown. */
export type ExportView =
  | { status: 'running'; rows: number; total: number | undefined }
  /** The browser saves the file, and doesn't report whether it did. */
  | { status: 'downloaded'; rows: number }
  | { status: 'failed'; rows: number; total: number | undefined; error: Failure }

/** Props of {@link ExportBar}. A callback that is omitted hides its button. */
export interface ExportBarProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  value: ExportView
  /** Called by *Cancel*, while the file is written. */
  onCancel?: (() => void) | undefined
  /** Called by *Try again*, after a failure. */
  onRetry?: (() => void) | undefined
  /** Called by *Dismiss*, at the end. */
  onDismiss?: (() => void) | undefined
}

/** Shows how far an export is, whether it was incomplete, and what to do if no file appears. */
export const ExportBar = forwardRef<HTMLDivElement, ExportBarProps>(function ExportBar(
  { value, onCancel, onRetry, onDismiss, className, ...rest },
  ref,
) {
  const t = useMessages(usersExportBarMessages)
  const { number } = useFormats()
  const sentence = useFailureSentence()
  const isRunning = value.status === 'running'
  const total = 'total' in value ? value.total : undefined
  return (
    <DockBar
      ref={ref}
      role={value.status === 'failed' ? 'alert' : 'status'}
      className={classNames('roster-export-bar', className)}
      data-status={value.status}
      {...rest}
    >
      <Icon name={value.status === 'failed' ? 'alert' : 'download'} />
      {isRunning && (
        <>
          <strong>{t.running}</strong>
          <span className="roster-export-rows">
            {total === undefined
              ? t.rows({ count: value.rows })
              : t.progress({ rows: number(value.rows), total: number(total) })}
          </span>
          {total !== undefined && (
            <Progress className="roster-export-progress" label={t.running} value={value.rows} max={total} />
          )}
          {onCancel && (
            <Button variant="quiet" aria-label={t.cancelLabel} onClick={onCancel}>
              {t.cancel}
            </Button>
          )}
        </>
      )}
      {value.status === 'downloaded' && (
        <span className="roster-export-text">
          <strong>{t.downloading({ count: value.rows })}</strong>
          <span>{t.ifNothing}</span>
        </span>
      )}
      {value.status === 'failed' && (
        <>
          <span className="roster-export-text">
            <strong>
              {value.error.code !== 'incomplete'
                ? t.failed
                : total === undefined
                  ? t.incompleteWithoutTotal
                  : t.incomplete({ rows: number(value.rows), total: number(total) })}
            </strong>
            <span>{t.nothingSaved}</span>
            {value.error.code !== 'incomplete' && <span>{sentence(value.error)}</span>}
          </span>
          {onRetry && <Button onClick={onRetry}>{t.again}</Button>}
        </>
      )}
      {!isRunning && onDismiss && <IconButton icon="x" label={t.dismiss} onClick={onDismiss} />}
    </DockBar>
  )
})
