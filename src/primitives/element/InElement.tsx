import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

interface InElementProps {
  /** `null` until the element is mounted. */
  element: Element | null
  children: ReactNode
}

/** Renders children inside another element of the page, while they belong to this component. */
export const InElement = ({ element, children }: InElementProps) => element && createPortal(children, element)
