/** What a list was searched and filtered for, in words for people. */
export interface UsersQuestion {
  /** The text that was searched for. */
  search?: string | undefined
  /** Names of the roles in the filter. */
  roleNames?: readonly string[]
  /** Names of the teams in the filter. */
  teamNames?: readonly string[]
  /** How many other filters are set. @default 0 */
  otherFilters?: number
}

interface Names {
  search: string
  roleName: string
  teamName: string
  time: string
}

type Sentence = string | ((names: Names) => string)

/** A message for each kind of question. */
export type QuestionMessages = Readonly<
  Record<'all' | 'search' | 'filters' | 'searchAndFilters' | 'role' | 'team', Sentence>
>

/** Returns the message that names a question; `time` fills its placeholder. */
export function questionSentence(messages: QuestionMessages, question: UsersQuestion, time = ''): string {
  const { search = '', roleNames = [], teamNames = [], otherFilters = 0 } = question
  const [roleName = '', teamName = ''] = [roleNames[0], teamNames[0]]
  const sentence =
    messages[kindOf(search !== '', { roles: roleNames.length, teams: teamNames.length, otherFilters })]
  return typeof sentence === 'string' ? sentence : sentence({ search, roleName, teamName, time })
}

function kindOf(
  searches: boolean,
  { roles, teams, otherFilters }: { roles: number; teams: number; otherFilters: number },
): keyof QuestionMessages {
  const filters = roles + teams + otherFilters
  if (filters === 0) return searches ? 'search' : 'all'
  if (searches) return 'searchAndFilters'
  if (filters > 1 || otherFilters > 0) return 'filters'
  return roles === 1 ? 'role' : 'team'
}
