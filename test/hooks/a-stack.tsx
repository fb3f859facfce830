import { HttpResponse, http } from 'msw'
import { type ReactNode, StrictMode } from 'react'
import { onTestFinished } from 'vitest'
import type { UserChange } from '../../backend/core/ports/write.ts'
import { createMocks, type MocksOptions } from '../../mocks/create-mocks.ts'
import { startWorker } from '../../mocks/start-worker.ts'
import { createHttpApi } from '../../src/client/create-http-api.ts'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import type { RosterDataEvent } from '../../src/state/core/data-event.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { everyUser } from '../backend/suite/every-user.ts'
import { aNetwork } from '../state/a-network.ts'
import { aVisibility } from '../state/a-visibility.ts'
import { createManualClock } from '../state/manual-clock.ts'

/** The real stack: provider, client, service worker and backend, and what a test can change about it. */
export async function aStack(options?: MocksOptions) {
  const mocks = await createMocks(options)
  const worker = await startWorker(mocks.handlers)
  onTestFinished(() => worker.stop())

  const sent: Request[] = []
  let gate: Promise<void> = Promise.resolve()
  let spoil: ((body: string) => string) | undefined
  let waiting = 0
  const send = async (request: Request, init?: RequestInit) => {
    sent.push(new Request(request.clone(), init))
    waiting += 1
    try {
      await gate
      const response = await fetch(request, init)
      return spoil ? new Response(spoil(await response.text()), response) : response
    } finally {
      waiting -= 1
    }
  }

  const { visibility, show } = aVisibility()
  let hooks: RosterHooks = {}

  const apiOf = (company: string, token: string) =>
    createHttpApi({ baseUrl: '/roster-api', company, getToken: () => token, fetch: send, retry: 0 })
  const api = apiOf(mocks.company, mocks.token)
  const clock = createManualClock(Date.now())
  const events: RosterDataEvent[] = []
  const failures: string[] = []
  const listeners = new Set<() => void>()
  const focus = {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  const { online, setOnline } = aNetwork()
  const environment = { clock, focus, visibility, online }

  return {
    ...mocks,
    worker,
    api,
    apiOf,
    /** The API as a user with the role Agent calls it, who may not manage users. */
    async apiOfAgent() {
      const { users } = await mocks.store.users(mocks.company, { ...everyUser, roleIds: ['agent'], limit: 1 })
      return apiOf(mocks.company, users[0]?.accountId ?? '')
    },
    clock,
    events,
    failures,
    /** Requests to a path, as `offset+limit`. */
    sent: (path = '/users') =>
      sent
        .map(({ url }) => new URL(url))
        .filter(({ pathname }) => pathname.endsWith(path))
        .map(({ searchParams }) => `${searchParams.get('offset') ?? 0}+${searchParams.get('limit') ?? ''}`),
    requests: sent,
    /** Holds all responses until the returned function is called. */
    hold() {
      let release = () => {}
      gate = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
    /** How many requests have no response yet. */
    waiting: () => waiting,
    /** Changes the text of each response. Called without an argument, it stops. */
    spoil(change?: (body: string) => string) {
      spoil = change
    },
    /** Fails all requests for users until the returned function is called. */
    failUsers() {
      worker.use(
        http.get('*/roster-api/v1/users', () =>
          HttpResponse.json({ code: 'unavailable', status: 503, requestId: 'req-7' }, { status: 503 }),
        ),
      )
      return () => worker.resetHandlers()
    },
    /** Hides the page, or shows it again. */
    show,
    environment,
    /** Disconnects the network, or connects it again. */
    setOnline,
    /** Sets the host's hooks for what is rendered afterwards. */
    setHooks(next: RosterHooks) {
      hooks = next
    },
    comeBack() {
      for (const listener of listeners) listener()
    },
    /** Lets the typing pause. */
    rest: () => clock.advance(1_000),
    change: (...changes: UserChange[]) =>
      mocks.store.write(
        mocks.company,
        {
          id: crypto.randomUUID(),
          fingerprint: '',
          actor: { kind: 'system', id: 'test' },
          requestId: 'test',
        },
        {
          userIds: changes.map(({ userId }) => userId),
          decide: () => ({ changes, audit: [], answer: null }),
        },
      ),
    Provider: ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <RosterData
          api={api}
          environment={environment}
          hooks={hooks}
          onError={({ code }, { resource }) => failures.push(`${resource} ${code}`)}
          onEvent={(event) => events.push(event)}
        >
          {children}
        </RosterData>
      </StrictMode>
    ),
  }
}
