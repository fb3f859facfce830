import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'

/** How many rows there are, and its sentences. */
export interface ListCountProps {
  /** `of` is the number of all rows if fewer match. `atLeast` means that counting stopped early. */
  count: 'loading' | { shown: number; of?: number; shownIs?: 'exact' | 'atLeast' } | undefined
  words: CountMessages
}

/** The sentences about the number of rows. */
interface CountMessages {
  count(parameters: { count: number }): string
  countAtLeast(parameters: { count: number }): string
  countOf(parameters: { shown: string; total: string }): string
}

/** The number of rows, such as "128 users" or "12 of 128", or a placeholder while it is loading. */
export function ListCount({ count, words: t }: ListCountProps) {
  const formats = useFormats()
  const text = () => {
    if (count === undefined || count === 'loading') return
    const { shown, of, shownIs } = count
    if (of !== undefined && of > shown)
      return t.countOf({ shown: formats.number(shown), total: formats.number(of) })
    return shownIs === 'atLeast' ? t.countAtLeast({ count: shown }) : t.count({ count: shown })
  }
  return (
    <span className="roster-count" dir="auto" data-loading={count === 'loading' ? '' : undefined}>
      {count === 'loading' ? <Skeleton length={8} /> : text()}
    </span>
  )
}
