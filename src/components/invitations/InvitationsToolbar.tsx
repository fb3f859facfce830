import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useCallback, useMemo } from 'react'
import type { InvitationsSort } from '../../contract/invitations-query.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ListCount, type ListCountProps } from '../list-toolbar/ListCount.tsx'
import { type ListLookOptions, ListOptions } from '../list-toolbar/ListOptions.tsx'
import { ListToolbar } from '../list-toolbar/ListToolbar.tsx'
import { type InvitationsFiltersOptions, useInvitationsFilters } from './useInvitationsFilters.ts'

/** What the toolbar shows, and its callbacks. A control without a callback isn't rendered. */
export interface InvitationsToolbarProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    InvitationsFiltersOptions,
    ListLookOptions {
  /** The text of the search field. @default '' */
  search?: string | undefined
  /** Called as the text changes. Omit it and the search isn't rendered. */
  onSearchChange?: ((search: string) => void) | undefined
  /** @default '-sent' */
  sort?: InvitationsSort | undefined
  /** Omit it and a narrow list can't be sorted. */
  onSortChange?: ((sort: InvitationsSort) => void) | undefined
  /** The number of invitations, or `loading`. Leave it out if it isn't known. */
  count?: ListCountProps['count']
  /** Before the count, such as how many seats are taken. */
  seats?: string | undefined
  /** Shown beside the count if the container is narrow. */
  note?: ReactNode
}

const columns = ['role', 'teams', 'invitedBy', 'sent', 'expires'] as const

/** Search, filters, the count and what the table shows. `/` goes to the search, Escape empties it. */
export const InvitationsToolbar = forwardRef<HTMLDivElement, InvitationsToolbarProps>(
  function InvitationsToolbar(
    {
      search = '',
      onSearchChange,
      roles,
      teams,
      inviters,
      filters: chosen,
      onFiltersChange,
      sort = '-sent',
      onSortChange,
      count,
      seats,
      note,
      hiddenColumns,
      onHiddenColumnsChange,
      density,
      onDensityChange,
      ...rest
    },
    ref,
  ) {
    const messages = useMessages(invitationsMessages)
    const t = messages.toolbar
    const filters = useInvitationsFilters({ roles, teams, inviters, filters: chosen, onFiltersChange })
    const sorting = useMemo(
      () =>
        onSortChange && {
          options: orders.map((order) => ({ value: order, label: t.sorts[order] })),
          value: sort,
          onValueChange: (value: string) => onSortChange(value as InvitationsSort),
        },
      [sort, onSortChange, t],
    )
    const clearFilters = useCallback(() => onFiltersChange?.(noFilters), [onFiltersChange])
    return (
      <ListToolbar
        ref={ref}
        search={search}
        onSearchChange={onSearchChange}
        searchLabel={t.searchLabel}
        searchPlaceholder={t.search}
        filters={filters}
        sorting={sorting}
        onClearFilters={clearFilters}
        note={note}
        count={
          <>
            {seats && (
              <span className="roster-invitations-seats" dir="auto">
                {seats}
              </span>
            )}
            <ListCount count={count} words={t} />
          </>
        }
        options={
          <ListOptions
            columns={columns.map((id) => ({ id, header: messages.columns[id] }))}
            hiddenColumns={hiddenColumns}
            onHiddenColumnsChange={onHiddenColumnsChange}
            density={density}
            onDensityChange={onDensityChange}
          />
        }
        {...rest}
      />
    )
  },
)

const orders = [
  '-sent',
  'sent',
  'email',
  '-email',
  'expires',
  '-expires',
] as const satisfies readonly InvitationsSort[]

const noFilters = { roleIds: [], teamIds: [], statuses: [], deliveries: [], invitedBy: [] }
