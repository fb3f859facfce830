import type { KeyboardEvent, MouseEvent, SyntheticEvent } from 'react'
import { isComposing } from '../element/is-composing.ts'

const keysThatAct = new Set(['Enter', ' '])

/** Whether an event would select or open a row, or select all of them. */
const isAboutRows = ({ target }: SyntheticEvent) =>
  target instanceof Element && target.closest('tbody, thead input') !== null

const refuse = (event: SyntheticEvent) => {
  event.preventDefault()
  event.stopPropagation()
}

/** Handlers of a table whose rows can be read and focused, but not selected or opened. */
export const refuseRows = {
  onClickCapture(event: MouseEvent) {
    if (isAboutRows(event)) refuse(event)
  },
  onKeyDownCapture(event: KeyboardEvent) {
    if (isComposing(event)) return
    const isSelectAll = event.key === 'a' && (event.ctrlKey || event.metaKey)
    if (isAboutRows(event) && (keysThatAct.has(event.key) || isSelectAll)) refuse(event)
  },
}
