import type { ReactNode } from 'react'

interface HiddenProps {
  /** A `div` can hold a heading. @default 'span' */
  as?: 'span' | 'div'
  children: ReactNode
}

/** Text that only screen readers read. */
export const Hidden = ({ as: Element = 'span', children }: HiddenProps) => (
  <Element className="roster-hidden">{children}</Element>
)
