import { tableMessages } from '../../../messages/table.ts'
import { noForm } from '../../element/no-form.ts'
import { IconButton } from '../../icon-button/IconButton.tsx'
import { useMessages } from '../../roster-ui/useMessages.ts'
import type { Pages } from './usePages.ts'

/** The page and its list. */
export interface PagerProps {
  pages: Pages
  /** Undefined while the rows belong to an earlier query: their pages can't be turned then. */
  total: number | undefined
  totalIs: 'exact' | 'atLeast'
}

const sizes = [25, 50, 100, 200]

/** Shows which rows of how many are on the page, with buttons to other pages. */
export function Pager({ pages, total, totalIs }: PagerProps) {
  const { paging } = useMessages(tableMessages)
  const { range, page, pageCount, pageSize, setPage, setPageSize } = pages
  const options = sizes.includes(pageSize) ? sizes : [...sizes, pageSize].sort((a, b) => a - b)
  const shown = total !== undefined && { from: Math.min(range.start + 1, total), to: range.end, total }
  return (
    <nav className="roster-table-pager" aria-label={paging.label}>
      <label className="roster-table-page-size">
        <span>{paging.size}</span>
        <select
          form={noForm}
          className="roster-table-page-size-choice"
          value={pageSize}
          onChange={(event) => setPageSize(Number(event.currentTarget.value))}
        >
          {options.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <span className="roster-table-page-range" aria-live="polite">
        <bdi>{shown && (totalIs === 'exact' ? paging.range(shown) : paging.rangeAtLeast(shown))}</bdi>
      </span>
      <IconButton
        className="roster-table-page-previous"
        icon="chevron-right"
        label={paging.previous}
        aria-disabled={!shown || page === 1}
        onClick={() => setPage(page - 1)}
      />
      <IconButton
        className="roster-table-page-next"
        icon="chevron-right"
        label={paging.next}
        aria-disabled={!shown || page === pageCount}
        onClick={() => setPage(page + 1)}
      />
    </nav>
  )
}
