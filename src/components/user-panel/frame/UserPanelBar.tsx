import { userPanelFrameMessages } from '../../../messages/user-panel-frame.ts'
import { IconButton } from '../../../primitives/icon-button/IconButton.tsx'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { navigationSteps, type UserPanelNavigation } from './navigation.ts'

interface UserPanelBarProps {
  navigation: UserPanelNavigation
  onClose: (() => void) | undefined
}

/** The user's place in the list, the buttons to the users before and after, and *Close*. */
export function UserPanelBar({ navigation, onClose }: UserPanelBarProps) {
  const t = useMessages(userPanelFrameMessages)
  const formats = useFormats()
  const { position, labels = t } = navigation
  const { previous, next } = navigationSteps(navigation)
  return (
    <div className="roster-panel-bar">
      {position && (
        <span className="roster-panel-place" dir="auto">
          {t.place({ index: formats.number(position.index + 1), total: formats.number(position.total) })}
        </span>
      )}
      <span className="roster-panel-bar-end">
        {'next' in navigation && (
          <>
            <IconButton
              size="small"
              icon="chevron-up"
              label={labels.previous}
              aria-keyshortcuts="Alt+ArrowUp"
              aria-disabled={!previous}
              onClick={previous}
            />
            <IconButton
              size="small"
              icon="chevron-down"
              label={labels.next}
              aria-keyshortcuts="Alt+ArrowDown"
              aria-disabled={!next}
              onClick={next}
            />
          </>
        )}
        {onClose && <IconButton size="small" icon="x" label={t.close} onClick={onClose} />}
      </span>
    </div>
  )
}
