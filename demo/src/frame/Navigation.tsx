import { type Page, pages, pathTo } from '../address/place.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Link } from '../ui/Link.tsx'

const entries: Record<Page, { label: string; icon: IconName }> = {
  inbox: { label: 'Inbox', icon: 'inbox' },
  livechats: { label: 'Livechats', icon: 'chat' },
  tickets: { label: 'Tickets', icon: 'ticket' },
  people: { label: 'People', icon: 'users' },
  analytics: { label: 'Analytics', icon: 'chart' },
  settings: { label: 'Settings', icon: 'sliders' },
}

interface NavigationProps {
  company: string
  current: Page | undefined
  /** The number of open items on a page. */
  counts: Partial<Record<Page, number>>
}

/** The pages of the dashboard. */
export function Navigation({ company, current, counts }: NavigationProps) {
  return (
    <ul className="navigation">
      {pages.map((page) => (
        <li key={page}>
          <Link
            className="navigation-link"
            href={pathTo({ company, page })}
            aria-current={page === current ? 'page' : undefined}
          >
            <Icon name={entries[page].icon} />
            {entries[page].label}
            {Boolean(counts[page]) && <span className="navigation-count">{counts[page]}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
