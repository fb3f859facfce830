import './account-menu.css'
import { Avatar } from '../ui/Avatar.tsx'

/** The account while its sign-in is being checked. */
export const WaitingAccount = ({ name }: { name: string }) => (
  <div className="account">
    <button type="button" className="account-button" disabled>
      <Avatar name={name} />
      <bdi>{name}</bdi>
    </button>
  </div>
)
