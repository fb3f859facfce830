/** Scrolls a list by as little as shows the option; never the page around it. */
export function scrollToOption(list: HTMLElement | null, index: number): void {
  const option = list?.querySelectorAll<HTMLElement>('[role=option]')[index]
  if (!list || !option) return
  const box = list.getBoundingClientRect()
  const { top, bottom } = option.getBoundingClientRect()
  if (top < box.top) list.scrollTop -= box.top - top
  else if (bottom > box.bottom) list.scrollTop += bottom - box.bottom
}
