import type { SessionIdleApi } from '../../client/roster-api.ts'
import type { Reporter } from '../core/reporter.ts'
import { systemClock } from '../environment/clock.ts'
import type { RosterEnvironment } from '../environment/roster-environment.ts'
import type { IdlePort } from '../idle/idle-port.ts'
import type { EndReason } from '../idle/idle-state.ts'
import { type OpenIdleEngine, openIdleEngine } from '../idle/open-idle-engine.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { passWorks } from './pass-works.ts'

/** The states whose session has ended, which is reported once however many hooks follow it. */
const over = new WeakSet<RosterState>()

/**
 * The engines of sessions that another person's session has replaced, by provider. Such a page stays covered until it is
 * loaded again, or its provider is mounted again: what the host shows still belongs to the person before.
 */
const replaced = new WeakMap<Reporter, OpenIdleEngine>()

/** The time left in a session that was loaded longer ago than this (ms) is out of date. */
const fresh = 1_000

/**
 * Opens the engine of the viewer's session, and another one when someone else signs in. The returned function closes
 * it, unless the session has ended. In that case it stays until the next session, so that the page stays covered.
 */
export function followIdleSession(
  state: RosterState,
  environment: Required<RosterEnvironment>,
  onEngine: (engine: OpenIdleEngine) => void,
): () => void {
  const { viewer, reporter } = state
  const { idle: api } = state.api.session
  if (!api) return () => {}
  const covered = replaced.get(reporter)
  if (covered) {
    onEngine(covered)
    return () => {}
  }
  let open: { sessionKey: string; engine: OpenIdleEngine; removals: (() => void)[] } | undefined

  function close() {
    for (const remove of open?.removals ?? []) remove()
    open?.engine.close()
    open = undefined
  }

  function adapt(port: SessionIdleApi) {
    const { data } = viewer.getSnapshot()
    // The session of another person belongs to the state after the reset.
    if (over.has(state) || !data?.capabilities.idleLogout || data.sessionKey === open?.sessionKey) return
    close()
    const { sessionKey } = data
    const at = state.queries.getQueryState(state.key('session'))?.dataUpdatedAt ?? 0
    const { clock, storage, channel, locks, visibility } = environment
    const engine = openIdleEngine({
      port: portOf(sessionKey, port),
      idle: Date.now() - at < fresh ? data.idle : undefined,
      environment: { ...(clock !== systemClock && { clock }), storage, channel, locks, visibility },
    })
    const judge = state.subscribe((event) => {
      if (event.type === 'request.failed') engine.judge(event.error)
      if (event.type !== 'session.changed' || !event.isAnotherPerson) return
      engine.end('session_changed')
      // The change itself resets the state.
      report('session_changed')
    })
    const leaveEngine = engine.onEnded((reason) => {
      // What was loaded in this person's name is forgotten, also where another provider's guard covers the page.
      if (report(reason)) state.reset()
    })
    function report(reason: EndReason) {
      if (over.has(state)) return false
      over.add(state)
      if (reason === 'session_changed') replaced.set(reporter, engine)
      reporter.emit({ type: 'session.ended', reason })
      return true
    }
    open = { sessionKey, engine, removals: [judge, leaveEngine, passWorks(state.works, engine)] }
    onEngine(engine)
  }

  const leave = viewer.subscribe(() => adapt(api))
  adapt(api)
  return () => {
    leave()
    close()
  }
}

function portOf(sessionKey: string, api: SessionIdleApi): IdlePort {
  const bound = <Args extends unknown[], Result>(method?: (...args: Args) => Result) =>
    method && ((...args: Args) => method.apply(api, args))
  const { get, report, end, hold, release, onPolicy, onRequest } = api
  return {
    sessionKey,
    get: bound(get),
    report: bound(report),
    end: end && ((reason, options) => end.call(api, reason, { ...options, sessionKey })),
    hold: bound(hold),
    release: bound(release),
    onPolicy: bound(onPolicy),
    onRequest: bound(onRequest),
  }
}
