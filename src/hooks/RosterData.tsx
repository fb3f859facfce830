import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { ApiError } from '../client/api-error.ts'
import { checkApi } from '../client/check-api.ts'
import type { RosterApi } from '../client/roster-api.ts'
import type { RequestContext, RosterDataEvent } from '../state/core/data-event.ts'
import { createReporter } from '../state/core/reporter.ts'
import type { RosterEnvironment } from '../state/environment/roster-environment.ts'
import { createRosterState } from '../state/roster/roster-state.ts'
import type { RosterHooks } from '../state/user-acts/user-acts.ts'
import { EnvironmentContext } from './EnvironmentContext.ts'
import { RosterContext } from './RosterContext.ts'
import { useEnvironment } from './useEnvironment.ts'

/** Props of {@link RosterData}. */
export interface RosterDataProps {
  /** One company of one backend. Keep it stable: another object starts with no data. */
  api: RosterApi
  /** Clock, focus, visibility, network, storage and channel. @default the browser's */
  environment?: RosterEnvironment
  /** Called before and after every change. `before…` hooks can reject it. */
  hooks?: RosterHooks
  /** Called once for each failed request, but not for aborted ones. */
  onError?: (error: ApiError, context: RequestContext) => void
  /** Called with everything that happens, for telemetry. */
  onEvent?: (event: RosterDataEvent) => void
  children?: ReactNode
}

/** Provides one company's data to the hooks below it. Several providers, for different companies, may be on one page. */
export function RosterData({ api, environment, hooks, onError, onEvent, children }: RosterDataProps) {
  const [reporter] = useState(createReporter)
  const [epoch, reset] = useReducer((before: number) => before + 1, 0)
  const latestHooks = useRef(hooks)
  const powers = useEnvironment(environment)
  const { clock, focus } = powers
  const state = useMemo(
    () =>
      createRosterState({
        api: checkApi(api),
        epoch,
        clock,
        reporter,
        reset,
        hooks: () => latestHooks.current ?? {},
      }),
    [api, epoch, clock, reporter],
  )

  useEffect(() => {
    latestHooks.current = hooks
  }, [hooks])

  useEffect(
    () =>
      reporter.subscribe((event) => {
        onEvent?.(event)
        if (event.type === 'request.failed') onError?.(event.error, event.context)
      }),
    [reporter, onError, onEvent],
  )
  useEffect(() => state.follow(focus), [state, focus])
  useEffect(() => state.live.follow(powers), [state, powers])

  return (
    <EnvironmentContext.Provider value={powers}>
      <RosterContext.Provider value={state}>{children}</RosterContext.Provider>
    </EnvironmentContext.Provider>
  )
}
