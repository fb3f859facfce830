import type { KeyboardEvent, RefObject } from 'react'
import { isComposing } from '../../primitives/element/is-composing.ts'

interface ChipKeysOptions {
  chips: RefObject<HTMLElement | null>
  dir: 'ltr' | 'rtl'
  focusInput: () => void
  /** Undefined while none can be removed. */
  onRemove: ((id: string) => void) | undefined
}

/** Keys of the chips in a field: arrows move between them and back to the text, Delete and Backspace remove one. */
export function useChipKeys({ chips, dir, focusInput, onRemove }: ChipKeysOptions) {
  const buttons = () => [...(chips.current?.querySelectorAll<HTMLElement>('li > button') ?? [])]

  const focusAt = (index: number) => {
    const target = buttons()[index]
    if (target) target.focus()
    else focusInput()
    return target !== undefined
  }

  return {
    focusLastChip: () => focusAt(buttons().length - 1),
    onChipKeyDown(event: KeyboardEvent<HTMLElement>, id: string) {
      if (isComposing(event)) return
      const index = buttons().indexOf(event.currentTarget)
      const [back, on] = dir === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
      if (event.key === back || event.key === 'ArrowUp') focusAt(Math.max(0, index - 1))
      else if (event.key === on || event.key === 'ArrowDown') focusAt(index + 1)
      else if (event.key === 'Home') focusAt(0)
      else if (event.key === 'End') focusInput()
      else if (event.key === 'Delete' || event.key === 'Backspace') {
        // The chip goes when React renders, so its neighbour has the focus before.
        const neighbour = event.key === 'Backspace' && index > 0 ? index - 1 : index + 1
        if (onRemove) focusAt(neighbour)
        onRemove?.(id)
      } else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
