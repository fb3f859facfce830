import type { ProblemField } from '../contract/problems.ts'
import { property, text } from './property.ts'

/** The first issues of a schema, as JSON Pointers into the body. */
export const issueFields = (issues: unknown): ProblemField[] =>
  Array.isArray(issues) ? issues.slice(0, 20).map(fieldOf) : []

function fieldOf(issue: unknown): ProblemField {
  const path = property(issue, 'path')
  const keys = (Array.isArray(path) ? path : []).map((step) => property(step, 'key') ?? step)
  return { pointer: ['/body', ...keys].join('/'), detail: text(issue, 'message') }
}
