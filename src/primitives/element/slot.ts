import type { ReactElement } from 'react'

/**
 * An element, or nothing. Text needs a separate element: translators and extensions replace text nodes, and React
 * can't insert anything beside a text node that it no longer finds.
 */
export type Slot = ReactElement | false | null | undefined
