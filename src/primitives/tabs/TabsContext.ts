import { createContext, useContext } from 'react'

interface TabsContextValue {
  value: string
  select: (value: string) => void
  /** Returns the ids that connect a tab with its panel. */
  idOf: (kind: 'tab' | 'panel', value: string) => string
}

/** Carries the open tab from `Tabs` to its parts. */
export const TabsContext = createContext<TabsContextValue | undefined>(undefined)

/** The tabs around a part. */
export function useTabs(part: string): TabsContextValue {
  const context = useContext(TabsContext)
  if (!context) throw new Error(`${part} needs Tabs around it: they hold which tab is open.`)
  return context
}
