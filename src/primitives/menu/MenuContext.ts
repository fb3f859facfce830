import { createContext, useContext } from 'react'

/** A function that closes the menu around an item and returns the focus. */
export const MenuContext = createContext<(() => void) | undefined>(undefined)

/** Returns the function that closes the menu around an item. */
export function useMenuClose(part: string): () => void {
  const close = useContext(MenuContext)
  if (!close) throw new Error(`${part} needs a Menu around it: it closes when an item is chosen.`)
  return close
}
