import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

/** What stands in the place of content: nothing yet, a failure, a denial. */
export function State({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <div className="state">
      <span className="state-mark">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {children}
    </div>
  )
}
