import type { KnownErrorCode, ProblemField, Schema } from '@aicx/roster/contract'
import { Refused } from '../ports/refused.ts'

/** The most faults that a problem lists. */
const mostFaults = 20

/**
 * Parses the input by a schema. Throws a refusal with a pointer to each fault. The texts of the member `anyText` may be
 * such that no database stores them.
 */
export function validate<Output>(
  schema: Schema<Output>,
  input: unknown,
  code: KnownErrorCode,
  base: string,
  anyText?: string,
): Output {
  const attempts = formsOf(schema).map((form) => attempt(form, input, anyText))
  const [best] = attempts.toSorted((a, b) => a.faults.length - b.faults.length)
  if (best && 'value' in best) return best.value
  const fields = best?.faults
    .slice(0, mostFaults)
    .map((fault) => ({ ...fault, pointer: base + fault.pointer }))
  throw new Refused(code, { fields })
}

type Attempt<Output> = { faults: []; value: Output } | { faults: ProblemField[] }

/**
 * The forms of a union. A union's own faults only say that no form fits, so the faults of the closest form are
 * reported.
 */
function formsOf<Output>(schema: Schema<Output>): Schema<Output>[] {
  const options: unknown = 'options' in schema ? schema.options : undefined
  return Array.isArray(options) ? options.filter(isSchema<Output>) : [schema]
}

const isSchema = <Output>(value: unknown): value is Schema<Output> =>
  typeof value === 'object' && value !== null && '~standard' in value

function attempt<Output>(schema: Schema<Output>, input: unknown, anyText?: string): Attempt<Output> {
  const result = schema['~standard'].validate(input)
  if (result instanceof Promise) throw new Error('A schema of the contract must be synchronous.')
  if (!result.issues) {
    const faults = unstorable(result.value, anyText)
    return faults.length > 0 ? { faults } : { faults: [], value: result.value }
  }
  return {
    faults: result.issues.map(({ path = [], message }) => ({
      pointer: path.map((item) => step(typeof item === 'object' ? item.key : item)).join(''),
      detail: message.slice(0, 200),
    })),
  }
}

/** Faults of strings that no database stores: NUL characters and lone surrogates. */
function unstorable(value: unknown, except?: string): ProblemField[] {
  if (typeof value === 'string')
    return value.isWellFormed() && !value.includes('\0')
      ? []
      : [{ pointer: '', detail: 'must be text without NUL or lone surrogates' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === except ? [] : unstorable(item).map((fault) => ({ ...fault, pointer: step(key) + fault.pointer })),
  )
}

/** A step of a JSON Pointer (RFC 6901). */
const step = (key: PropertyKey) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
