import type { ReactNode } from 'react'
import { Icon } from '../../../primitives/icon/Icon.tsx'

interface PermissionListProps {
  kind: 'gain' | 'loss'
  /** The list's accessible name. */
  label: string
  /** Shown above the list. */
  title?: ReactNode
  permissions: readonly string[]
}

/** Permissions that are gained or lost, each with a plus or a minus. */
export function PermissionList({ kind, label, title, permissions }: PermissionListProps) {
  return (
    <div className="roster-change-side">
      {title && <span className="roster-change-title">{title}</span>}
      <ul className="roster-change-list" aria-label={label}>
        {permissions.map((permission) => (
          <li key={permission} className="roster-change-item" data-change={kind}>
            <Icon name={kind === 'gain' ? 'plus' : 'minus'} size="tiny" />
            <bdi>{permission}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
