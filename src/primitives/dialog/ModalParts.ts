import { createContext, type ElementType } from 'react'

interface Parts {
  Title: ElementType
  Description: ElementType
}

/** The elements that name and describe a modal: Radix's, which the layer provides, since it is loaded later. */
export const ModalParts = createContext<Parts>({ Title: 'h2', Description: 'p' })
