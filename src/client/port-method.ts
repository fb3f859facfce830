import { ExplainedError } from './explained-error.ts'

/** Returns a method of the port. Throws `unsupported` if the port leaves it out. */
export function portMethod<Method>(method: Method | undefined, name: string): Method {
  if (method) return method
  throw new ExplainedError('unsupported', `The port has no ${name}().`)
}
