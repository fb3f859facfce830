import { QueryObserver, type QueryObserverResult } from '@tanstack/query-core'
import type { ApiError } from '../../client/api-error.ts'
import type { RequestOptions } from '../../client/request-options.ts'
import type { RosterApi } from '../../client/roster-api.ts'
import type { ResourceName } from '../core/data-event.ts'
import { request } from '../core/request.ts'
import type { StateCore } from '../core/state-core.ts'
import { keepSame } from '../windows/keep-same.ts'

/** Something that is read whole, by one call. */
export interface ResourceDefinition<Answer> {
  name: ResourceName
  /** The id of its owner, if it belongs to one user or invitation. */
  id?: string
  /** The port's call. Undefined if the port doesn't have it. */
  call(api: RosterApi): ((options?: RequestOptions) => Promise<Answer>) | undefined
  /** Called with each response. */
  received?(state: StateCore, answer: Answer): void
}

/** The state of a resource. */
export interface ResourceSnapshot<Answer> {
  status: 'loading' | 'ready' | 'error'
  /** The last successful response. */
  data: Answer | null
  error: ApiError | null
  isFetching: boolean
  /** False if the port has no such call, so that nothing will load. */
  isSupported: boolean
}

/** A resource that is read while someone subscribes. */
export interface ResourceStore<Answer> {
  subscribe(listener: () => void): () => void
  getSnapshot(): ResourceSnapshot<Answer>
  getServerSnapshot(): ResourceSnapshot<Answer>
  refetch(): Promise<void>
}

/** Creates a store for a resource of this state. Several stores share one request. */
export function createResource<Answer>(
  state: StateCore,
  { name, id, call, received }: ResourceDefinition<Answer>,
): ResourceStore<Answer> {
  const read = call(state.api)
  if (!read) return unsupported
  const observer = new QueryObserver<Answer, ApiError>(state.queries, {
    queryKey: id === undefined ? state.key(name) : state.key(name, id),
    queryFn: async ({ signal }) => {
      const answer = await request(state, { resource: name }, signal, () => read({ signal }))
      received?.(state, answer)
      return answer
    },
  })
  let result: QueryObserverResult<Answer, ApiError> | undefined
  let snapshot: ResourceSnapshot<Answer> = loading

  return {
    subscribe: (listener) => observer.subscribe(listener),
    getSnapshot() {
      const latest = observer.getCurrentResult()
      if (latest !== result) {
        result = latest
        snapshot = keepSame(snapshot, toSnapshot(latest))
      }
      return snapshot
    },
    getServerSnapshot: () => loading,
    async refetch() {
      await observer.refetch()
    },
  }
}

const loading: ResourceSnapshot<never> = {
  status: 'loading',
  data: null,
  error: null,
  isFetching: true,
  isSupported: true,
}

const absent: ResourceSnapshot<never> = { ...loading, status: 'ready', isFetching: false, isSupported: false }

const unsupported: ResourceStore<never> = {
  subscribe: () => () => {},
  getSnapshot: () => absent,
  getServerSnapshot: () => absent,
  refetch: async () => {},
}

function toSnapshot<Answer>({
  data,
  error,
  isPending,
  isFetching,
}: QueryObserverResult<Answer, ApiError>): ResourceSnapshot<Answer> {
  return {
    status: data !== undefined ? 'ready' : error ? 'error' : 'loading',
    data: data ?? null,
    error,
    isFetching: isFetching || isPending,
    isSupported: true,
  }
}
