import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { inviteLimits } from './invite-limits.ts'

/** Returns how many addresses can be in a draft, and how many more there is room for, as texts. */
export function useRoom(count: number): { most: string; room: string } {
  const { number } = useFormats()
  const most = inviteLimits.addresses
  return { most: number(most), room: number(Math.max(0, most - count)) }
}
