import { createContext, useContext } from 'react'

/** Closes the menu around an item and gives the focus back. */
export const MenuContext = createContext<(() => void) | undefined>(undefined)

/** The closer of the menu around an item. */
export function useMenuClose(part: string): () => void {
  const close = useContext(MenuContext)
  if (!close) throw new Error(`${part} needs a Menu around it: it closes when an item is chosen.`)
  return close
}
