import { userPanelFrameMessages } from '../../messages/user-panel-frame.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { PanelSection } from './section/PanelSection.tsx'
import { SectionSkeleton } from './section/SectionSkeleton.tsx'

/** Placeholders for the sections of a user that is loading. */
export function UserPanelSkeleton() {
  const t = useMessages(userPanelFrameMessages)
  return (
    <div className="roster-panel-body" aria-busy>
      <PanelSection title={t.role.title}>
        <SectionSkeleton shape="two-lines" />
      </PanelSection>
      <PanelSection title={t.teams.title}>
        <SectionSkeleton shape="one-line" />
      </PanelSection>
    </div>
  )
}
