import { createSubscribable } from '../../base/subscribable.ts'
import type { ApiError } from '../../client/api-error.ts'
import type { JoinApi } from '../../client/join-api.ts'
import { toApiError } from '../../client/to-api-error.ts'
import { endedInvitationCodes, type Joined, type JoinPreview, type JoinRequest } from '../../contract/join.ts'
import type { Outcome } from '../core/outcome.ts'
import type { FocusSource } from '../environment/focus-source.ts'
import type { JoinToken } from './join-token.ts'
import { readJoinLink } from './read-join-link.ts'

/** The name and password for a new account, or the password for an account without one. */
export type JoinDetails = Omit<JoinRequest, 'token'>

/** The state of joining by an invitation. */
export interface JoinSnapshot {
  /**
   * `incomplete`: there is no link, or it isn't a valid one, which `error` says. `ended`: the link is genuine, and the
   * code of `error` says why it can't be used any more. `failed`: the invitation couldn't be loaded.
   */
  status: 'loading' | 'incomplete' | 'ready' | 'ended' | 'joined' | 'failed'
  /** The invitation, if it is `ready` or `joined`. */
  invitation: JoinPreview | null
  /** The result, if someone has `joined`. */
  joined: Joined | null
  /** Why joining or loading failed last. */
  error: ApiError | null
  isFetching: boolean
  /** Whether a request to join is running. */
  isJoining: boolean
}

/** The state of the page of an invitation. */
export interface JoinStore {
  subscribe(listener: () => void): () => void
  getSnapshot(): JoinSnapshot
  /** Loads the invitation of the kept link, such as after a sign-in. */
  refetch(): Promise<void>
  /** Finds the link in a text and uses it. Returns false if the text has no link. */
  paste(text: string): boolean
  /** Joins. If it is called again while it is still running, it returns the outcome of the first call. */
  join(details?: JoinDetails): Promise<Outcome<Joined>>
  /** Loads the invitation, and again when the person comes back to the page. Returns a function that stops it. */
  follow(focus: FocusSource): () => void
}

/** The state before anything is known, and in server output. */
export const loadingJoin: JoinSnapshot = {
  status: 'loading',
  invitation: null,
  joined: null,
  error: null,
  isFetching: true,
  isJoining: false,
}

const ended: readonly string[] = endedInvitationCodes
/** Refusals which mean that another account is signed in than the page shows. */
const isOutdated = ({ code, reason }: ApiError) =>
  code === 'signed_out' || (code === 'wrong_account' && reason === undefined)

/** Follows the invitation of the link that this tab keeps. */
export function createJoin({ api, token }: { api: JoinApi; token: JoinToken }): JoinStore {
  const listeners = createSubscribable()
  let snapshot = loadingJoin
  let loading: AbortController | undefined
  let joining: Promise<Outcome<Joined>> | undefined

  function set(change: Partial<JoinSnapshot>) {
    snapshot = { ...snapshot, ...change }
    listeners.notify()
  }

  async function load() {
    loading?.abort()
    const controller = new AbortController()
    const { signal } = controller
    loading = controller
    const link = token.get()
    if (!link) return settle({ status: 'incomplete', invitation: null, error: null })
    set({ isFetching: true })
    // StrictMode starts, stops and starts this in one turn. After that turn, one request is sent instead of two.
    await Promise.resolve()
    if (signal.aborted) return
    try {
      const invitation = await api.preview(link, { signal })
      if (!signal.aborted) settle({ status: 'ready', invitation, error: snapshot.error })
    } catch (thrown) {
      if (!signal.aborted) fail(toApiError(thrown))
    }
  }

  const settle = (change: Partial<JoinSnapshot>) => set({ isFetching: false, ...change })

  function fail(error: ApiError) {
    if (error.code === 'invitation_not_found') {
      token.clear()
      settle({ status: 'incomplete', invitation: null, error })
    } else if (ended.includes(error.code)) settle({ status: 'ended', invitation: null, error })
    else if (snapshot.status === 'ready') settle({})
    else settle({ status: 'failed', error })
  }

  async function join(details: JoinDetails): Promise<Outcome<Joined>> {
    const { invitation } = snapshot
    set({ isJoining: true, error: null })
    try {
      const joined = await api.join({ token: token.get(), ...details })
      loading?.abort()
      token.clear()
      settle({ status: 'joined', invitation, joined, isJoining: false })
      return { ok: true, value: joined }
    } catch (thrown) {
      const error = toApiError(thrown)
      set({ isJoining: false })
      if (error.code === 'invitation_not_found' || ended.includes(error.code)) fail(error)
      else if (isOutdated(error)) void load()
      else set({ error })
      return { ok: false, error }
    }
  }

  return {
    subscribe: listeners.subscribe,
    getSnapshot: () => snapshot,
    refetch: load,
    paste(text) {
      const link = readJoinLink(text)
      if (!link) return false
      token.set(link)
      set({ ...loadingJoin, status: 'loading' })
      void load()
      return true
    },
    join(details = {}) {
      joining ??= join(details).finally(() => {
        joining = undefined
      })
      return joining
    },
    follow(focus) {
      void load()
      const stop = focus.subscribe(() => {
        const isOver = snapshot.status === 'joined' || snapshot.status === 'incomplete'
        if (!snapshot.isJoining && !isOver) void load()
      })
      return () => {
        stop()
        loading?.abort()
      }
    },
  }
}
