import type { UsersQuestion } from '../../components/users-states/question.ts'

interface Named {
  id: string
  name: string
}

/** The names of a query's ids. */
export interface QuestionNames {
  roles: readonly Named[]
  teams: readonly Named[]
}

interface NamedQuery {
  search?: string
  sort?: string
  roleIds?: readonly string[]
  teamIds?: readonly string[]
}

/** Puts a query in the words that people see. A role or team that was deleted is named by its id. */
export function listQuestion(query: NamedQuery, { roles, teams }: QuestionNames): UsersQuestion {
  const { search, roleIds, teamIds, sort: _, ...others } = query
  return {
    search,
    roleNames: namesOf(roleIds, roles),
    teamNames: namesOf(teamIds, teams),
    otherFilters: Object.keys(others).length,
  }
}

const namesOf = (ids: readonly string[] = [], things: readonly Named[]) =>
  ids.map((id) => things.find((thing) => thing.id === id)?.name ?? id)
