import type { ApiError } from '../client/api-error.ts'
import { denied } from '../contract/actions.ts'
import { type Capabilities, everyFlag } from '../contract/capabilities.ts'
import type { CompanyRef, Viewer, ViewerActions } from '../contract/session.ts'
import { session } from '../state/resources/session.ts'
import { useResource } from './useResource.ts'

/** The viewer, their company, and what they may do. Everything is denied while this is loading. */
export interface UseViewerResult {
  status: 'loading' | 'ready' | 'error'
  viewer: Viewer | null
  company: CompanyRef | null
  /** The companies that the viewer's account belongs to. */
  companies: readonly CompanyRef[]
  /** What the backend supports. */
  capabilities: Capabilities
  actions: ViewerActions
  error: ApiError | null
  isFetching: boolean
  /** Loads again. Resolves when that is done, and never rejects. */
  refetch(): Promise<void>
}

const nothingKnown = {
  viewer: null,
  company: null,
  companies: [],
  actions: { manageUsers: denied, invite: denied },
  capabilities: { sorts: [], filters: [], ...everyFlag(false) },
} satisfies Partial<UseViewerResult>

/** Loads who is signed in, and what they may do. */
export function useViewer(): UseViewerResult {
  const { data, status, error, isFetching, refetch } = useResource(session, 'useViewer')
  const { viewer, company, companies, capabilities } = data ?? nothingKnown
  const actions = viewer?.actions ?? nothingKnown.actions
  return { status, viewer, company, companies, capabilities, actions, error, isFetching, refetch }
}
