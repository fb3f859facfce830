import type { UserPanelDetailsProps } from '../components/user-panel/UserPanelDetails.tsx'
import { UserPanelPlaceholder } from '../components/user-panel/UserPanelPlaceholder.tsx'
import { useLater } from '../primitives/later/useLater.ts'
import { userDetails } from './user-details.ts'

/** The details of a user, or their skeleton while the code for them is loading. */
export function LaterDetails(props: UserPanelDetailsProps) {
  const Details = useLater(userDetails)
  return Details ? <Details {...props} /> : <UserPanelPlaceholder status="loading" />
}
