import { forwardRef } from 'react'
import { RosterData, type RosterDataProps } from '../hooks/RosterData.tsx'
import { RosterUI, type RosterUIProps } from '../primitives/roster-ui/RosterUI.tsx'
import { ProviderNotices } from './ProviderNotices.tsx'

/** Props of {@link RosterProvider}: where the data comes from, and what it looks like. */
export interface RosterProviderProps
  extends Omit<RosterDataProps, 'children'>,
    Omit<RosterUIProps, keyof RosterDataProps> {
  children?: RosterUIProps['children']
}

/** Provides everything that our components need: `RosterData` and `RosterUI` in one. */
export const RosterProvider = forwardRef<HTMLDivElement, RosterProviderProps>(function RosterProvider(
  { api, environment, hooks, onError, onEvent, children, ...ui },
  ref,
) {
  return (
    <RosterData {...{ api, environment, hooks, onError, onEvent }}>
      <RosterUI ref={ref} {...ui}>
        {children}
        <ProviderNotices />
      </RosterUI>
    </RosterData>
  )
})
