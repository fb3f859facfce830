import { type RefObject, useEffect } from 'react'

/** Keeps an option in view: scrolls its list by as little as needed, never the page around it. */
export function useScrollToOption(list: RefObject<HTMLElement | null>, index: number, isOpen = true): void {
  useEffect(() => {
    const element = list.current
    const option = element?.querySelectorAll<HTMLElement>('[role=option]')[index]
    if (!isOpen || !element || !option) return
    const box = element.getBoundingClientRect()
    const { top, bottom } = option.getBoundingClientRect()
    if (top < box.top) element.scrollTop -= box.top - top
    else if (bottom > box.bottom) element.scrollTop += bottom - box.bottom
  }, [list, index, isOpen])
}
