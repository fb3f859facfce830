import type { UsersQuestion } from '../components/users-states/question.ts'
import type { UsersQuery } from '../contract/users-query.ts'

interface Named {
  id: string
  name: string
}

/** The names of a query's ids. */
export interface QuestionNames {
  roles: readonly Named[]
  teams: readonly Named[]
}

/** Puts a query in the words that people see. A role or team that was deleted is named by its id. */
export const usersQuestion = (
  { search, roleIds, teamIds }: UsersQuery,
  { roles, teams }: QuestionNames,
): UsersQuestion => ({
  search,
  roleNames: namesOf(roleIds, roles),
  teamNames: namesOf(teamIds, teams),
})

const namesOf = (ids: readonly string[] = [], things: readonly Named[]) =>
  ids.map((id) => things.find((thing) => thing.id === id)?.name ?? id)
