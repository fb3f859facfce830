import type { SaveState } from '../../../base/save-state.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { Spinner } from '../../../primitives/spinner/Spinner.tsx'

interface SaveNoteProps {
  /** @default 'idle' */
  status: SaveState['status'] | undefined
  /** Says that a choice isn't saved yet. It replaces *Saved* of the change before. */
  unsaved?: string | undefined
  /** Whether a decision is needed. @default false */
  conflict?: boolean
}

/** The state of a section's change, beside its heading. Screen readers announce each change of it. */
export function SaveNote({ status = 'idle', unsaved, conflict = false }: SaveNoteProps) {
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
      {shown === 'unsaved' && <span>{unsaved}</span>}
      {shown === 'saving' && (
        <>
          <Spinner />
          <span>{t.saving}</span>
        </>
      )}
      {shown === 'saved' && (
        <>
          <Icon name="check" size="small" />
          <span>{t.saved}</span>
        </>
      )}
      {shown === 'failed' && (
        <>
          <Icon name="alert" size="small" />
          <span>{t.failed}</span>
        </>
      )}
    </span>
  )
}
