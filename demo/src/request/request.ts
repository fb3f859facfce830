import type { Problem } from '@aicx/roster/contract'

/** An error response of the demo's server, with its problem document if there is one. */
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

/** Sends a request to the demo's origin and returns the JSON of the response, unchecked. */
export async function request<Answer = void>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(path, init)
  if (!response.ok) throw new RequestError(response.status, await readProblem(response))
  return response.status === 204 ? (undefined as Answer) : await response.json()
}
