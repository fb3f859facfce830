import { ApiError } from '../../src/client/api-error.ts'
import type { SelectionsApi } from '../../src/client/roster-api.ts'
import type { SelectionRequest } from '../../src/contract/selection-requests.ts'
import type { Chunk, FrozenSelection } from '../../src/contract/selections.ts'

/** How the next step ends: done, lost on the way there or back, or refused with a code. */
export type StepFate = 'done' | 'lost' | 'unanswered' | { code: string; status: number }

/** Selections over ids, which are frozen and carried out step by step as the backend does it. */
export function createRunApi(size = 2) {
  const requests: SelectionRequest[] = []
  const deleted: string[] = []
  const steps: { from: number; deleteInvitations: boolean | undefined }[] = []
  const fates: StepFate[] = []
  const failing = new Set<string>()
  let ids: readonly string[] = []
  let stored: { from: number; chunk: Chunk } | undefined
  let selection: FrozenSelection | undefined

  const current = () => {
    if (!selection) throw new ApiError('not_found', 'no such selection', { status: 404 })
    return selection
  }

  const api: Required<Pick<SelectionsApi, 'create' | 'get' | 'chunk' | 'stop'>> = {
    async create(request) {
      requests.push(request)
      const { of, action } = request
      if ('ids' in of) ids = of.ids
      if ('failedOf' in of) ids = ids.filter((id) => failing.has(id))
      selection = {
        id: `s${requests.length}`,
        resource: 'users',
        action,
        state: 'ready',
        total: ids.length,
        allowed: ids.length,
        skipped: [],
        impact: [],
        position: 0,
        done: 0,
        failed: 0,
        partial: 0,
        madeBy: { id: 'me' },
        madeAt: '2026-01-01T00:00:00.000Z',
        remainingMs: 900_000,
      }
      return selection
    },
    get: async () => current(),
    async chunk(_, from, { deleteInvitations } = {}) {
      steps.push({ from, deleteInvitations })
      const fate = fates.shift() ?? 'done'
      const { position, allowed, state } = current()
      if (fate === 'lost') throw new ApiError('network', 'lost on the way there')
      if (typeof fate === 'object') throw new ApiError(fate.code, 'refused', { status: fate.status })
      if (state === 'stopped') throw new ApiError('selection_ended', 'stopped', { status: 409 })
      if (from > position) throw new ApiError('selection_position', 'ahead', { status: 409 })
      if (stored?.from === from && from < position) return stored.chunk
      const batch = ids.slice(position, position + size)
      const failed = batch.filter((id) => failing.has(id)).map((id) => ({ id, name: id, code: 'last_admin' }))
      deleted.push(...batch.filter((id) => !failing.has(id)))
      const next = position + batch.length
      selection = {
        ...current(),
        position: next,
        done: current().done + batch.length - failed.length,
        failed: current().failed + failed.length,
        state: next >= allowed ? 'done' : 'running',
        ...(next >= allowed && { undo: { id: current().id, remainingMs: 600_000 } }),
      }
      stored = { from, chunk: { selection, failed, partial: [] } }
      if (fate === 'unanswered') throw new ApiError('network', 'lost on the way back')
      return stored.chunk
    },
    async stop() {
      selection = { ...current(), state: 'stopped' }
      return selection
    },
  }

  return {
    api,
    requests,
    deleted,
    /** The steps that were requested. */
    steps,
    fates,
    failing,
    current,
    /** What another tab does. */
    advance(change: Partial<FrozenSelection>) {
      selection = { ...current(), ...change }
    },
  }
}
