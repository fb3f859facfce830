import { isId } from '../contract/id.ts'
import { ExplainedError } from './explained-error.ts'

/** The path of a request, by the path of its route and an id. Throws `invalid_id` if the id can't be one. */
export function pathTo(path: string, id: string): string {
  if (!isId(id)) throw new ExplainedError('invalid_id', `Invalid id "${id}".`)
  return path.slice(1).replace('{id}', () => id)
}
