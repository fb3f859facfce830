import { type ComponentPropsWithoutRef, forwardRef, type RefObject, useRef } from 'react'
import { useMergedRef } from '../../../primitives/element/useMergedRef.ts'
import { usePanelFocus } from './usePanelFocus.ts'

interface BesidePanelProps extends ComponentPropsWithoutRef<'aside'> {
  heading: RefObject<HTMLElement | null>
  openFocus: 'heading' | 'stay'
  returnFocus: (() => HTMLElement | null) | undefined
}

/** The panel as a landmark beside the table, which stays usable. */
export const BesidePanel = forwardRef<HTMLElement, BesidePanelProps>(function BesidePanel(
  { heading, openFocus, returnFocus, ...rest },
  ref,
) {
  const panel = useRef<HTMLElement>(null)
  usePanelFocus({ panel, heading, takes: openFocus === 'heading', returnFocus })
  return <aside ref={useMergedRef(panel, ref)} {...rest} />
})
