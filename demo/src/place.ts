/** The pages of a company, in the order of the navigation. */
export const pages = ['inbox', 'livechats', 'tickets', 'people', 'analytics', 'settings'] as const

/** A page of a company. */
export type Page = (typeof pages)[number]

/** What an address names: a company, one of its pages, and something on it. */
export interface Place {
  company: string
  page: Page
  item?: string
}

const isPage = (text: string): text is Page => pages.some((page) => page === text)

/** The place that a path names; the company lives in the address, so each tab has its own. */
export function readPlace(path: string): Partial<Place> {
  const [company, page = '', item] = path.split('/').filter(Boolean).map(decodeURIComponent)
  return isPage(page) ? { company, page, item } : { company }
}

/** The path of a place. */
export const pathTo = ({ company, page, item }: Place) =>
  `/${[company, page, ...(item ? [item] : [])].map(encodeURIComponent).join('/')}`

/** Where a company opens: Settings › Company › Users. */
export const homeOf = (company: string) => pathTo({ company, page: 'settings', item: 'users' })
