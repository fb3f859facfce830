import { activeElement } from '../element/active-element.ts'

const typed = { text: '', at: 0 }
/** Letters within this time belong to one word. */
const pause = 600

/** The items of a menu, in the order of reading. */
export const menuItems = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')]

/** Moves the focus among a menu's items by arrows, Home, End and first letters; true if the key did so. */
export function moveInMenu(menu: HTMLElement, key: string, time: number): boolean {
  const items = menuItems(menu)
  const at = items.indexOf(activeElement(menu) as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[key]
  if (to !== undefined) {
    items.at(to % items.length)?.focus()
    return true
  }
  if (key.length !== 1 || key === ' ') return false
  typed.text = time - typed.at > pause ? key : typed.text + key
  typed.at = time
  const from = typed.text.length === 1 ? at + 1 : at
  const turned = [...items.slice(Math.max(from, 0)), ...items.slice(0, Math.max(from, 0))]
  const found = turned.find((item) =>
    item.textContent?.trim().toLowerCase().startsWith(typed.text.toLowerCase()),
  )
  found?.focus()
  return found !== undefined
}
