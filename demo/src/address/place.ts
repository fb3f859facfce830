/** The pages of a company, in the order of the navigation. */
export const pages = ['inbox', 'livechats', 'tickets', 'people', 'analytics', 'settings'] as const

/** A page of a company. */
export type Page = (typeof pages)[number]

/** A place in the demo: a company, one of its pages, and an item on it. */
export interface Place {
  company: string
  page: Page
  item?: string
}

const isPage = (text: string): text is Page => pages.some((page) => page === text)

/** Reads a part of a path. One that is not encoded as it should be names nothing, and is shown as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Reads a place from a path. The company is in the address, so each tab has its own. */
export function readPlace(path: string): Partial<Place> {
  const [company, page = '', item] = path.split('/').filter(Boolean).map(decode)
  return isPage(page) ? { company, page, item } : { company }
}

/** Returns the path of a place. */
export const pathTo = ({ company, page, item }: Place) =>
  `/${[company, page, ...(item ? [item] : [])].map(encodeURIComponent).join('/')}`

/** Returns the first page of a company: Settings › Company › Users. */
export const homeOf = (company: string) => pathTo({ company, page: 'settings', item: 'users' })
