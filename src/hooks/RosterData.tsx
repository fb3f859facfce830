import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { ApiError } from '../client/api-error.ts'
import type { RosterApi } from '../client/roster-api.ts'
import type { RequestContext, RosterDataEvent } from '../state/core/data-event.ts'
import { createReporter } from '../state/core/reporter.ts'
import { type Clock, systemClock } from '../state/environment/clock.ts'
import { type FocusSource, pageFocus } from '../state/environment/focus-source.ts'
import { pageVisibility, type VisibilitySource } from '../state/environment/visibility-source.ts'
import { createRosterState } from '../state/roster/roster-state.ts'
import type { RosterHooks } from '../state/user-writes/user-acts.ts'
import { RosterContext } from './RosterContext.ts'

/** Props of {@link RosterData}. */
export interface RosterDataProps {
  /** One company of one backend; keep it stable, since another one starts from nothing. */
  api: RosterApi
  /** @default the machine's */
  clock?: Clock
  /** When the person comes back, what they see is read again. @default the page's own */
  focus?: FocusSource
  /** While the page is hidden, nothing is kept open. @default the page's own */
  visibility?: VisibilitySource
  /** The host's say in every change. */
  hooks?: RosterHooks
  /** Hears each failed request once; one that was aborted has not failed. */
  onError?: (error: ApiError, context: RequestContext) => void
  /** Hears what happens, for telemetry. */
  onEvent?: (event: RosterDataEvent) => void
  children?: ReactNode
}

/** Gives the hooks below it one company's data. Several of them, with different companies, may live on one page. */
export function RosterData({
  api,
  clock = systemClock,
  focus = pageFocus,
  visibility = pageVisibility,
  hooks,
  onError,
  onEvent,
  children,
}: RosterDataProps) {
  const [reporter] = useState(createReporter)
  const [epoch, reset] = useReducer((before: number) => before + 1, 0)
  const latestHooks = useRef(hooks)
  const state = useMemo(
    () => createRosterState({ api, epoch, clock, reporter, reset, hooks: () => latestHooks.current ?? {} }),
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
  useEffect(() => state.live.follow(visibility), [state, visibility])

  return <RosterContext.Provider value={state}>{children}</RosterContext.Provider>
}
