import {
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  type SyntheticEvent,
  useCallback,
  useRef,
} from 'react'
import type { RowRange } from '../../../base/row-range.ts'
import { isComposing } from '../../element/is-composing.ts'
import { useLatest } from '../../element/useLatest.ts'
import { rowIndexOf } from '../rows/row-elements.ts'
import type { RowSelection } from '../selection/useRowSelection.ts'
import { rowForKey } from './row-keys.ts'
import type { RowFocus } from './useRowFocus.ts'

/** What the rows' events act on. */
export interface UseRowEventsOptions {
  bodyRef: RefObject<HTMLElement | null>
  /** The id of the row at a position, if it is loaded. */
  idOf: (index: number) => string | undefined
  focus: RowFocus
  selection: RowSelection | undefined
  /** Opens the row; undefined where rows do not open. */
  open: ((index: number) => void) | undefined
  /** Rows that can be reached by key. */
  range: RowRange
  /** The number of rows that a page key moves by. */
  page: number
}

/** Handlers on the body, for all of its rows. */
export interface RowEvents {
  onKeyDown(event: KeyboardEvent): void
  onKeyUp(event: KeyboardEvent): void
  onPointerDown(event: PointerEvent): void
  onClickCapture(event: MouseEvent): void
  onClick(event: MouseEvent): void
  /** For each row's checkbox; stable. */
  onCheck(event: ChangeEvent<HTMLInputElement>): void
}

const interactive = 'a, button, input, select, textarea, label, summary, [contenteditable], [tabindex]'

const isCheck = (target: Element) => target.closest('[data-column="check"]') !== null

/** Whether the table handles the keys of a part of a row. It doesn't handle those of a host's field in a cell. */
const isRowPart = (target: Element) =>
  target.matches('[data-primary], th') || (target.matches('input') && isCheck(target))

/** Moves, chooses and opens rows by keyboard and pointer. */
export function useRowEvents(options: UseRowEventsOptions): RowEvents {
  const { bodyRef, idOf, focus, selection, open, range, page } = options
  const indexOf = (target: EventTarget) => (bodyRef.current ? rowIndexOf(bodyRef.current, target) : undefined)
  const idAround = ({ target }: SyntheticEvent) => {
    const index = indexOf(target)
    return index === undefined ? undefined : idOf(index)
  }
  const press = useRef<{ id: string | undefined }>(undefined)

  const choose = (index: number, shift: boolean) => {
    if (shift) selection?.extend(index)
    else selection?.toggle(index)
  }

  const latestChoose = useLatest(choose)
  const onCheck = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => {
      const index = bodyRef.current ? rowIndexOf(bodyRef.current, event.currentTarget) : undefined
      const { nativeEvent } = event
      const shift = 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true
      if (index !== undefined) latestChoose.current(index, shift)
    },
    [bodyRef],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const target = event.target as Element
    const index = indexOf(target)
    if (index === undefined || !isRowPart(target) || event.altKey || event.metaKey) return
    // A held key acts once, on the row that it was pressed on: the next row has the focus if that one is deleted.
    if (event.repeat && (event.key === 'Enter' || (event.key === ' ' && !target.matches('input'))))
      return event.preventDefault()
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return
    const to = rowForKey(event.key, index, range, page)
    if (to !== undefined) {
      event.preventDefault()
      const goes = !event.shiftKey || !selection || selection.extend(to, index)
      if (goes) focus.focusRow(to, target.matches('input') ? 'check' : 'primary')
    } else if (event.key === ' ' && selection && !target.matches('input')) {
      event.preventDefault()
      choose(index, event.shiftKey)
    } else if (event.key === 'Enter' && target.matches('th')) open?.(index)
  }

  return {
    onKeyDown,
    onPointerDown: (event) => {
      press.current = { id: idAround(event) }
    },
    // A row that has taken the place and the elements of the pressed one isn't meant. A key has no detail, and assistive
    // technology clicks without a press.
    onClickCapture: (event) => {
      const pressed = press.current
      press.current = undefined
      if (!pressed || event.detail === 0 || idAround(event) === pressed.id) return
      event.preventDefault()
      event.stopPropagation()
    },
    // A button clicks when Space is released, in some browsers even if its `keydown` was prevented.
    onKeyUp: (event) => {
      if (isComposing(event)) return
      if (event.key === ' ' && selection && (event.target as Element).matches('[data-primary]'))
        event.preventDefault()
    },
    onClick: (event) => {
      const target = event.target as Element
      const index = indexOf(target)
      if (index === undefined) return
      if (isCheck(target)) {
        // A click beside the checkbox counts too.
        if (target.matches('td')) choose(index, event.shiftKey)
        return
      }
      const control = target.closest(interactive)
      const refuses =
        control !== null && !control.matches('[data-primary], th') && bodyRef.current?.contains(control)
      // Whether the person has selected text in the row. Outside of the button, a press clears a selection elsewhere.
      const isSelecting = !target.closest('[data-primary]') && document.getSelection()?.type === 'Range'
      if (!refuses && !isSelecting) open?.(index)
    },
    onCheck,
  }
}
