import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface IdleSaveBarProps {
  before: string
  after: string
  isSaving: boolean
  failure: string | undefined
  isConflict: boolean
  onDiscard: () => void
  onSave: () => void
}

/** What isn't saved, with its buttons. After a conflict it shows theirs and yours. */
export function IdleSaveBar({
  before,
  after,
  isSaving,
  failure,
  isConflict,
  onDiscard,
  onSave,
}: IdleSaveBarProps) {
  const t = useMessages(idleSettingsMessages)
  return (
    <div className="roster-idle-dock">
      <section className="roster-idle-bar" aria-label={t.unsavedLabel}>
        <div className="roster-idle-bar-text" role={failure || isConflict ? 'alert' : undefined}>
          <strong>{isConflict ? t.conflict.title : failure ? t.failed : t.unsaved}</strong>
          {!isConflict && failure && <span>{failure}</span>}
          {isConflict ? (
            <>
              <span>{t.conflict.theirs({ value: before })}</span>
              <span>{t.conflict.yours({ value: after })}</span>
            </>
          ) : (
            <span>{t.change({ before, after })}</span>
          )}
        </div>
        <Button variant="quiet" onClick={onDiscard}>
          {isConflict ? t.conflict.keepTheirs : t.discard}
        </Button>
        <Button variant="primary" pending={isSaving} onClick={onSave}>
          {isConflict ? t.conflict.saveMine : t.save}
        </Button>
      </section>
    </div>
  )
}
