import { idleSaveState, type SaveState } from '../../base/save-state.ts'
import type { ApiError } from '../../client/api-error.ts'
import type { WriteLane } from './write-lane.ts'

/** The state of the latest write to each field of a row. */
export type SaveStates<Field extends string> = Readonly<Record<Field, SaveState<ApiError>>>

const statesBy = <Field extends string>(
  fields: readonly Field[],
  state: (field: Field) => SaveState<ApiError>,
) => Object.fromEntries(fields.map((field) => [field, state(field)])) as SaveStates<Field>

/** The states of a row without writes. */
export const idleStates = <Field extends string>(fields: readonly Field[]) =>
  statesBy(fields, () => idleSaveState)

/** The states of a row's writes. */
export const statesOf = <Row, Field extends string>(
  fields: readonly Field[],
  lane: WriteLane<Row>,
): SaveStates<Field> => statesBy(fields, (field) => stateOf(lane, field))

function stateOf<Row>({ queue, failed, saved }: WriteLane<Row>, field: string): SaveState<ApiError> {
  if (queue.some(({ write }) => write.field === field)) return { status: 'saving', error: null }
  const failure = failed.findLast(({ write }) => write.field === field)
  if (!failure) return { status: saved.has(field) ? 'saved' : 'idle', error: null }
  const { error } = failure
  return { status: error.code === 'version_mismatch' ? 'conflict' : 'failed', error }
}
