import type { ElementSlot } from '../../primitives/element/element-slot.ts'

/** A place for a part of a tab that is shown elsewhere on the page. It has no box. */
export const PageSlot = ({ slot }: { slot: ElementSlot }) => (
  <div ref={slot.ref} className="roster-page-slot" />
)
