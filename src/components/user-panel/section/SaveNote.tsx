import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import type { SaveState } from './save-state.ts'

interface SaveNoteProps {
  status: SaveState['status']
  /** What waits for a save or a decision; stands before *Saved* of the change before. */
  unsaved?: string | undefined
  /** Whether a decision is needed. @default false */
  conflict?: boolean
}

/** At the end of a section's heading: not saved yet, saving, saved, or not. Screen readers hear each change. */
export function SaveNote({ status, unsaved, conflict = false }: SaveNoteProps) {
  const t = useMessages(userPanelMessages)
  const shown = unsaved !== undefined && status !== 'failed' ? 'unsaved' : status
  return (
    <span
      role="status"
      className="roster-save-note"
      data-status={shown}
      data-tone={conflict ? 'warning' : shown === 'failed' ? 'danger' : undefined}
    >
      {conflict && <Icon name="alert" size="small" />}
      {shown === 'unsaved' && unsaved}
      {shown === 'saving' && (
        <>
          <span className="roster-spinner" aria-hidden="true" />
          {t.saving}
        </>
      )}
      {shown === 'saved' && (
        <>
          <Icon name="check" size="small" />
          {t.saved}
        </>
      )}
      {shown === 'failed' && (
        <>
          <Icon name="alert" size="small" />
          {t.failed}
        </>
      )}
    </span>
  )
}
