import { type ReactNode, useId, useMemo } from 'react'
import { useControlled } from '../element/useControlled.ts'
import { TabsContext } from './TabsContext.ts'

/** Which tab is open. */
export interface TabsProps {
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  /** One `TabList` and its `TabPanel`s, anywhere below. */
  children: ReactNode
}

/** Views of which one is shown at a time. It doesn't render an element. */
export function Tabs({ value, defaultValue = '', onValueChange, children }: TabsProps) {
  const [open, select] = useControlled(value, defaultValue, onValueChange)
  const id = useId()
  const context = useMemo(
    () => ({ value: open, select, idOf: (kind: 'tab' | 'panel', name: string) => `${id}${kind}-${name}` }),
    [open, select, id],
  )
  return <TabsContext.Provider value={context}>{children}</TabsContext.Provider>
}
