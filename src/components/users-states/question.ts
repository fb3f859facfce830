/** What a list was searched and filtered for, in words for people. */
export interface UsersQuestion {
  search?: string | undefined
  /** Names of the roles in the filter. */
  roleNames?: readonly string[]
  /** Names of the teams in the filter. */
  teamNames?: readonly string[]
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
  const { search = '', roleNames = [], teamNames = [] } = question
  const [roleName = '', teamName = ''] = [roleNames[0], teamNames[0]]
  const sentence = messages[kindOf(search !== '', roleNames.length, teamNames.length)]
  return typeof sentence === 'string' ? sentence : sentence({ search, roleName, teamName, time })
}

function kindOf(searches: boolean, roles: number, teams: number): keyof QuestionMessages {
  if (roles + teams === 0) return searches ? 'search' : 'all'
  if (searches) return 'searchAndFilters'
  if (roles + teams > 1) return 'filters'
  return roles === 1 ? 'role' : 'team'
}
