import type { KeyboardEvent, MouseEvent, SyntheticEvent } from 'react'
import { isComposing } from '../element/is-composing.ts'

const keysThatAct = /^(Enter| )$/

/** With Shift, they select a range. */
const keysThatMove = /^(Arrow(Up|Down)|Page(Up|Down)|Home|End)$/

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
    const { key, ctrlKey, metaKey, shiftKey } = event
    const isSelectAll = key === 'a' && (ctrlKey || metaKey)
    const acts = keysThatAct.test(key) || (shiftKey && keysThatMove.test(key)) || isSelectAll
    if (acts && isAboutRows(event)) refuse(event)
  },
}
