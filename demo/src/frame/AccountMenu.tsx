import './account-menu.css'
import { useRosterData, useViewer } from '@aicx/roster'
import type { CompanyList } from '@aicx/roster/contract'
import { useId } from 'react'
import { homeOf } from '../address/place.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Link } from '../ui/Link.tsx'
import { Mark } from '../ui/Mark.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'

interface AccountMenuProps {
  list: CompanyList
  company: string
  onSignOut(): Promise<void>
}

/** The signed-in account, with a menu of its companies, the theme and signing out. */
export function AccountMenu({ list: { account, companies }, company, onSignOut }: AccountMenuProps) {
  const id = useId()
  const data = useRosterData()
  const { viewer } = useViewer()
  return (
    <div className="account">
      <button type="button" className="account-button" popoverTarget={id}>
        <Avatar id={viewer?.id} name={account.name} />
        <bdi>{account.name}</bdi>
      </button>
      <div id={id} className="account-menu" popover="auto">
        <p className="account-who">
          <bdi className="strong">{account.name}</bdi>
          <span className="quiet">{account.email}</span>
        </p>
        <hr />
        <h2>Company</h2>
        <ul>
          {companies.map((option) => (
            <li key={option.id}>
              <Link
                className="account-item"
                href={homeOf(option.id)}
                aria-current={option.id === company ? 'true' : undefined}
              >
                <Mark company={option} />
                <bdi>{option.name}</bdi>
                {option.id === company && <Icon name="check" />}
              </Link>
            </li>
          ))}
        </ul>
        <hr />
        <ThemeChoice />
        <hr />
        <button type="button" className="account-item" onClick={() => void onSignOut().finally(data.reset)}>
          <Icon name="logout" />
          Sign out
        </button>
      </div>
    </div>
  )
}
