import type { UserListing } from '../ports/user-listing.ts'
import { teamMembership } from '../rules/team-membership.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryUser } from './memory-user.ts'
import type { Rows } from './user-table.ts'

/** How many lists are cached for a company: a person scrolls one and goes back to a few. */
const kept = 12

type Asked = Pick<UserListing, 'terms' | 'roleIds' | 'teamIds' | 'sort'>

/** The users who match, in ascending order. Sorted and filtered once for each state of the company. */
export function orderedUsers(company: MemoryCompany, asked: Asked): Rows {
  const { terms, roleIds, teamIds, sort } = asked
  const key = JSON.stringify([sort, terms, roleIds, teamIds])
  const filtered = terms.length + roleIds.length + teamIds.length > 0
  const stamp = [
    filtered ? company.usersRevision : company.membership,
    sort === 'lastActive' ? company.activity : 0,
  ].join()
  const known = company.lists.get(key)
  const make = filtered ? select : sorted
  const users = known?.stamp === stamp ? known.users : make(company, asked)
  company.lists.delete(key)
  company.lists.set(key, { stamp, users })
  const [oldest] = company.lists.keys()
  if (company.lists.size > kept && oldest !== undefined) company.lists.delete(oldest)
  return users
}

const sorted = ({ users }: MemoryCompany, { sort }: Asked) => users.sorted(sort)

function select(company: MemoryCompany, { terms, roleIds, teamIds, sort }: Asked): Rows {
  const teams = company.catalogue.teams.filter(({ id }) => teamIds.includes(id))
  const matches = (user: MemoryUser) =>
    (roleIds.length === 0 || roleIds.includes(user.roleId)) &&
    (teamIds.length === 0 || teams.some((team) => teamMembership(user, team))) &&
    terms.every((term) => user.searchText.includes(term))
  return orderedUsers(company, { terms: [], roleIds: [], teamIds: [], sort }).filter(matches)
}
