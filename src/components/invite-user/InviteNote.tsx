import type { Slot } from '../../primitives/element/slot.ts'
import type { IconName } from '../../primitives/icon/drawings.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'

interface InviteNoteProps {
  tone: 'done' | 'failed' | 'warning'
  icon: IconName
  children: Slot
}

/** A sentence about the draft as a whole. A failure is announced at once. */
export const InviteNote = ({ tone, icon, children }: InviteNoteProps) => (
  <div role={tone === 'failed' ? 'alert' : 'status'} className="roster-invite-note" data-tone={tone}>
    <Icon name={icon} />
    {children}
  </div>
)
