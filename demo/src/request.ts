import type { Problem } from '@aicx/roster/contract'

/** A refusal of the demo's server, with its problem document where it sent one. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: number
  readonly problem: Partial<Problem>

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`)
    this.status = status
    this.problem = problem
  }
}

const readProblem = async (response: Response): Promise<Partial<Problem>> =>
  response.headers.get('content-type')?.includes('json') ? await response.json() : {}

/** A request to the demo's own origin, whose JSON answer is taken at its word. */
export async function request<Answer = void>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(path, init)
  if (!response.ok) throw new RequestError(response.status, await readProblem(response))
  return response.status === 204 ? (undefined as Answer) : await response.json()
}
