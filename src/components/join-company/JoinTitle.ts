import { createContext, type RefObject } from 'react'

/** The title of the page, which labels it and gets the focus at each step. */
export const JoinTitle = createContext<{ id?: string; ref?: RefObject<HTMLHeadingElement | null> }>({})
