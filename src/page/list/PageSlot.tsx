import type { RefCallback } from 'react'

/** A place for a part of a tab that is shown elsewhere on the page. It has no box. */
export const PageSlot = ({ slotRef }: { slotRef: RefCallback<Element> }) => (
  <div ref={slotRef} className="roster-page-slot" />
)
