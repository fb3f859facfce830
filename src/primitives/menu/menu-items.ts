/** The items of a menu that can have focus, in reading order; items that explain why they can't be used are among them. */
export const menuItems = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)'),
]
