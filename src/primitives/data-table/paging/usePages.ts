import { useRef } from 'react'
import type { RowRange } from '../../../base/row-range.ts'
import { useControlled } from '../../element/useControlled.ts'
import { useIsomorphicLayoutEffect } from '../../element/useIsomorphicLayoutEffect.ts'

/** Options for pages. */
export interface PagingOptions {
  /**
   * `virtual`: one list that scrolls, of any length. `pages`: real pages, for screen readers' table commands, printing
   * and the browser's search. @default 'virtual'
   */
  paging?: 'virtual' | 'pages' | undefined
  /** From 1. */
  page?: number | undefined
  /** @default 1 */
  defaultPage?: number | undefined
  onPageChange?: ((page: number) => void) | undefined
  /** Rows of a page. */
  pageSize?: number | undefined
  /** @default 50 */
  defaultPageSize?: number | undefined
  onPageSizeChange?: ((pageSize: number) => void) | undefined
}

/** The page that is shown. */
export interface Pages {
  range: RowRange
  page: number
  pageCount: number
  pageSize: number
  setPage(page: number): void
  /** Changes the page size, and shows the page that contains the same first row. */
  setPageSize(pageSize: number): void
}

interface PagesOptions extends PagingOptions {
  /** Identifies the list. Another one starts at its first page, unless the host controls the page. */
  listKey?: string | undefined
}

/** Cuts a list into pages; a page past the end shows the last one. */
export function usePages(options: PagesOptions, rows: number): Pages {
  const [asked, setAsked] = useControlled(options.page, options.defaultPage ?? 1, options.onPageChange)
  const [pageSize, setSize] = useControlled(
    options.pageSize,
    options.defaultPageSize ?? 50,
    options.onPageSizeChange,
  )
  const pageCount = Math.max(1, Math.ceil(rows / pageSize))
  const clamp = (page: number) => Math.min(Math.max(1, page), pageCount)
  const page = clamp(asked)
  const start = (page - 1) * pageSize

  const { listKey } = options
  const list = useRef(listKey)
  useIsomorphicLayoutEffect(() => {
    const before = list.current
    if (before === listKey) return
    list.current = listKey
    if (before !== undefined && options.page === undefined && asked !== 1) setAsked(1)
  })

  return {
    range: { start, end: Math.min(rows, start + pageSize) },
    page,
    pageCount,
    pageSize,
    setPage(next) {
      if (clamp(next) !== page) setAsked(clamp(next))
    },
    setPageSize(next) {
      setSize(next)
      setAsked(Math.floor(start / next) + 1)
    },
  }
}
