import type { ReactNode, RefObject } from 'react'
import type { UserPanelProps } from '../../components/user-panel/user-panel-props.ts'
import type { ElementSlot } from '../../primitives/element/element-slot.ts'
import { InElement } from '../../primitives/element/InElement.tsx'
import { useIsWide } from './useIsWide.ts'

/** The width from which a panel fits beside the table, in pixels. */
const besideFrom = 880

interface OpenPanelProps {
  page: RefObject<HTMLElement | null>
  slot: ElementSlot
  children: (mode: UserPanelProps['mode']) => ReactNode
}

/** The panel of an open row: beside the table, or a sheet over it. The page is only measured while a row is open. */
export const OpenPanel = ({ slot, ...props }: OpenPanelProps) => (
  <InElement slot={slot}>
    <Measured {...props} />
  </InElement>
)

function Measured({ page, children }: Omit<OpenPanelProps, 'slot'>) {
  const isWide = useIsWide(page, besideFrom)
  return isWide !== undefined && children(isWide ? 'beside' : 'sheet')
}
