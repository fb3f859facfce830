import { UsersEmpty } from '../components/users-states/UsersEmpty.tsx'
import { UsersError } from '../components/users-states/UsersError.tsx'
import { UsersNoMatch } from '../components/users-states/UsersNoMatch.tsx'
import { UsersRateLimited } from '../components/users-states/UsersRateLimited.tsx'
import type { UseUsersResult } from '../hooks/useUsers.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'
import { isFiltered } from './is-filtered.ts'

interface UsersInsteadProps {
  users: UseUsersResult
  viewer: UseViewerResult
  roles: readonly Named[]
  teams: readonly Named[]
}

interface Named {
  id: string
  name: string
}

/** Shown instead of rows: an error, no match, or no users. */
export function UsersInstead({ users, viewer, roles, teams }: UsersInsteadProps) {
  const { error, isFetching, query, refetch, view } = users
  if (error?.code === 'rate_limited' && error.retryAfter && !isFetching)
    return <UsersRateLimited retryAfter={error.retryAfter} onRetry={refetch} />
  if (error) return <UsersError error={error} onRetry={refetch} retrying={isFetching} />
  if (!isFiltered(query)) return <UsersEmpty companyName={viewer.company?.name ?? ''} />
  return (
    <UsersNoMatch
      search={query.search}
      roleNames={namesOf(query.roleIds, roles)}
      teamNames={namesOf(query.teamIds, teams)}
      onClear={() => view.setQuery({ sort: query.sort })}
    />
  )
}

/** Names of filters. A role or team that was deleted is named by its id. */
const namesOf = (ids: readonly string[] = [], things: readonly Named[]) =>
  ids.map((id) => things.find((thing) => thing.id === id)?.name ?? id)
