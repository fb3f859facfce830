import * as v from 'valibot'
import type { Reason } from './actions.ts'
import { idShape, instantShape } from './id-shape.ts'
import { leftOut, withDefault } from './left-out.ts'
import type { ErrorCode } from './problems.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'
import { type SelectionAction, type SelectionOutcome, selectionOutcomes } from './selection-requests.ts'
import { countShape, type Undo, undoShape } from './undo.ts'
import { tolerantWindow, type Window, windowShape } from './windows.ts'

/**
 * How far a selection is. `paused` means that nothing happened for 30 seconds. The person who started it can continue
 * it. `stopped`, `done` and `undone` are final.
 */
export type SelectionState = 'ready' | 'running' | 'paused' | 'stopped' | 'done' | 'undone'

/** Rows that the action leaves out from the start. */
export interface SkippedRows {
  reason: Reason
  /** Values for the sentence of `reason`. */
  params?: Record<string, string>
  /** Plain text in the viewer's language. It is shown if there is no other sentence for the reason. */
  message?: string
  /** How many rows have this reason. */
  count: number
}

/** What else changes if the action is carried out. */
export interface Impact {
  /** The reference backend knows `teams_left_empty`; hosts add their own. */
  kind: 'teams_left_empty' | 'open_conversations' | 'pending_invitations' | (string & {})
  /** How many things are affected. */
  count: number
  /** Values for the sentence of `kind`. */
  params?: Record<string, string>
  /** Plain text in the viewer's language. It is shown if there is no other sentence for `kind`. */
  text?: string
  /** Whether the run deletes these too if its first step asks for it. @default false */
  deletable?: boolean
}

/** The person who did something. */
export interface SelectionActor {
  id: string
  name?: string
}

/** Rows that the server has stored before anything happens to them, with the action for them. */
export interface FrozenSelection {
  id: string
  /** What kind of rows they are. */
  resource: 'users' | 'invitations' | (string & {})
  action: SelectionAction
  state: SelectionState
  /** All rows, including the skipped ones. */
  total: number
  /** The rows that the action is for. */
  allowed: number
  skipped: SkippedRows[]
  impact: Impact[]
  /** How many of the allowed rows were processed: those that are done and those that failed. */
  position: number
  /** How many of the processed rows were changed, or had nothing to change. */
  done: number
  /** How many of the processed rows couldn't be changed. */
  failed: number
  /** How many of the done rows were only restored in part by an undo. */
  partial: number
  madeBy: SelectionActor
  /** RFC 3339, UTC. */
  madeAt?: string
  /** RFC 3339, UTC. When the last row was processed, or the selection was stopped. */
  endedAt?: string
  /** The id of what this selection undoes. */
  undoOf?: string
  /** Who has undone it, and when. */
  undone?: { by: SelectionActor; at: string }
  /** Milliseconds left to start or to continue. 0 once it has ended. */
  remainingMs: number
  /** Present while some of it can be undone. */
  undo?: Undo
}

/** A row for which the action failed. */
export interface FailedRow {
  id: string
  name: string
  code: ErrorCode
  reason?: Reason
  /** Values for the sentence of the reason. */
  params?: Record<string, string>
  /** Plain text in the viewer's language. It is shown if there is no other sentence for the reason. */
  message?: string
}

/** What could not be restored, since it no longer exists. */
export interface MissingPart {
  /** What it was. */
  kind: 'role' | 'team' | (string & {})
  id: string
  name: string
  /** What was put in its place. */
  replacedBy?: RoleRef
}

/** A row that was restored in part: it has less than before. */
export interface PartialRow {
  id: string
  name: string
  missing: MissingPart[]
}

/** What one step of a selection did. */
export interface Chunk {
  /** The selection after the step. */
  selection: FrozenSelection
  failed: FailedRow[]
  partial: PartialRow[]
}

/** A row of a selection. */
export interface SelectionRow {
  id: string
  name: string
  email: string
  /** The address of a picture. */
  avatarUrl?: string
  outcome: SelectionOutcome
  /** Why it failed. */
  code?: ErrorCode
  /** Why it was skipped or failed; `already` if there was nothing to change. Such a row counts as done. */
  reason?: Reason
  /** Values for the sentence of the reason. */
  params?: Record<string, string>
  /** Plain text in the viewer's language. It is shown if there is no other sentence for the reason. */
  message?: string
  missing?: MissingPart[]
}

/** What `GET /v1/selections` returns: those of the last day, newest first. */
export interface SelectionList {
  selections: FrozenSelection[]
}

const params = leftOut(v.record(v.string(), v.string()))
const text = leftOut(v.string())
const actor = v.object({ id: idShape, name: text })

const action = v.union([
  v.object({ kind: v.literal('delete'), deleteInvitations: leftOut(v.boolean()) }),
  v.object({ kind: v.picklist(['resend', 'undo']) }),
  v.object({ kind: v.literal('changeRole'), roleId: idShape }),
  v.object({ kind: v.literal('changeTeams'), add: v.array(idShape), remove: v.array(idShape) }),
])

const missing = v.array(
  v.object({ kind: v.string(), id: idShape, name: v.string(), replacedBy: leftOut(roleRefShape) }),
)

const number = withDefault(countShape, 0)

/** A selection on the wire. */
export const frozenSelectionShape = v.object({
  id: idShape,
  resource: v.string(),
  action,
  state: v.picklist(['ready', 'running', 'paused', 'stopped', 'done', 'undone']),
  total: countShape,
  allowed: countShape,
  skipped: withDefault(
    v.array(v.object({ reason: v.string(), params, message: text, count: countShape })),
    [],
  ),
  impact: withDefault(
    v.array(v.object({ kind: v.string(), count: countShape, params, text, deletable: leftOut(v.boolean()) })),
    [],
  ),
  position: countShape,
  done: countShape,
  failed: countShape,
  partial: number,
  madeBy: actor,
  madeAt: leftOut(instantShape),
  endedAt: leftOut(instantShape),
  undoOf: leftOut(idShape),
  undone: leftOut(v.object({ by: actor, at: instantShape })),
  remainingMs: number,
  undo: leftOut(undoShape),
})

/** A step of a selection on the wire. */
export const chunkShape = v.object({
  selection: frozenSelectionShape,
  failed: withDefault(
    v.array(
      v.object({ id: idShape, name: v.string(), code: v.string(), reason: text, params, message: text }),
    ),
    [],
  ),
  partial: withDefault(v.array(v.object({ id: idShape, name: v.string(), missing })), []),
})

/** A row of a selection on the wire. */
export const selectionRowShape = v.object({
  id: idShape,
  name: withDefault(v.string(), ''),
  email: withDefault(v.string(), ''),
  avatarUrl: text,
  outcome: v.picklist(selectionOutcomes),
  code: text,
  reason: text,
  params,
  message: text,
  missing: leftOut(missing),
})

/** The window of rows that a server sends. */
export const selectionRowWindowShape = windowShape(selectionRowShape)

/** The list of selections that a server sends. */
export const selectionListShape = v.object({ selections: v.array(frozenSelectionShape) })

/** Schema of {@link FrozenSelection}. */
export const frozenSelectionSchema: Schema<FrozenSelection> = frozenSelectionShape

/** Schema of {@link Chunk}. */
export const chunkSchema: Schema<Chunk> = chunkShape

/** Schema of a window of {@link SelectionRow}. */
export const selectionRowWindowSchema: Schema<Window<SelectionRow>> = tolerantWindow(selectionRowShape)

const readable = (input: unknown): FrozenSelection[] => {
  const { success, output } = v.safeParse(frozenSelectionShape, input)
  return success ? [output] : []
}

/** Schema of {@link SelectionList}. A selection that this version can't read, such as of a newer kind, is left out. */
export const selectionListSchema: Schema<SelectionList> = v.object({
  selections: v.pipe(
    v.array(v.unknown()),
    v.transform((inputs) => inputs.flatMap(readable)),
  ),
})
