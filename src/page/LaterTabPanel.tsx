import type { ReactNode, RefObject } from 'react'
import { Boundary } from '../primitives/boundary/Boundary.tsx'
import { PagePanel } from './PagePanel.tsx'
import { SettingsFailed } from './SettingsFailed.tsx'

interface LaterTabPanelProps {
  value: string
  titleId: string
  page: RefObject<HTMLElement | null>
  children: ReactNode
}

/** The content of a tab that loads when it is opened. An exception in it leaves the other tabs as they are. */
export const LaterTabPanel = ({ value, titleId, page, children }: LaterTabPanelProps) => (
  <PagePanel value={value}>
    <Boundary
      name="page"
      fallback={(failure) => <SettingsFailed failure={failure} titleId={`${titleId}-tab`} page={page} />}
    >
      {children}
    </Boundary>
  </PagePanel>
)
