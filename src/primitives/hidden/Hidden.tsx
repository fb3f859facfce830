import type { ReactNode } from 'react'

interface HiddenProps {
  /** A `div` can hold a heading. @default 'span' */
  as?: 'span' | 'div'
  id?: string
  children: ReactNode
}

/** Text that only screen readers read. */
export const Hidden = ({ as: Element = 'span', id, children }: HiddenProps) => (
  <Element id={id} className="roster-hidden">
    {children}
  </Element>
)
