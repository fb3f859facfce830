import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { FrozenSelection } from '../../contract/selections.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { toasterMessages } from '../../messages/toaster.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { DockBar } from '../../primitives/dock-bar/DockBar.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { IconButton } from '../../primitives/icon-button/IconButton.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { ActionNames } from './run-view.ts'
import { runWords } from './run-words.ts'
import { UndoButton } from './UndoButton.tsx'

/** Props of {@link PausedBar}. A callback that is omitted hides its button. */
export interface PausedBarProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  selection: FrozenSelection
  names?: ActionNames | undefined
  /** Called by *Continue*. */
  onContinue?: (() => void) | undefined
  /** Called by *Undo*. */
  onUndo?: (() => void) | undefined
  /** Called by *Dismiss*. */
  onDismiss?: (() => void) | undefined
}

/** Says that a change of many users is paused, and continues or undoes it. */
export const PausedBar = forwardRef<HTMLDivElement, PausedBarProps>(function PausedBar(
  { selection, names, onContinue, onUndo, onDismiss, className, ...rest },
  ref,
) {
  const t = useMessages(selectionRunMessages)
  const words = runWords(t, selection, names)
  const { allowed: count, done, undo } = selection
  return (
    <DockBar ref={ref} role="status" className={classNames('roster-paused-bar', className)} {...rest}>
      <Icon name="pause" />
      <span className="roster-paused-text">
        <strong>{words.paused({ count, done })}</strong>
        <span>{words.pausedText}</span>
      </span>
      {undo && onUndo && <UndoButton undo={undo} label={t.undoButton} onUndo={onUndo} />}
      {onContinue && <Button onClick={onContinue}>{t.continue}</Button>}
      {onDismiss && <DismissButton onDismiss={onDismiss} />}
    </DockBar>
  )
})

function DismissButton({ onDismiss }: { onDismiss: () => void }) {
  const t = useMessages(toasterMessages)
  return <IconButton icon="x" label={t.dismiss} onClick={onDismiss} />
}
