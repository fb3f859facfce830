import { type ReactNode, useEffect, useMemo, useReducer, useState } from 'react'
import type { ApiError } from '../client/api-error.ts'
import type { RosterApi } from '../client/roster-api.ts'
import { type Clock, systemClock } from '../state/clock.ts'
import type { RequestContext, RosterDataEvent } from '../state/data-event.ts'
import { type FocusSource, pageFocus } from '../state/focus-source.ts'
import { createReporter } from '../state/reporter.ts'
import { createRosterState } from '../state/roster-state.ts'
import { RosterContext } from './RosterContext.ts'

/** Props of {@link RosterData}. */
export interface RosterDataProps {
  /** One company of one backend; keep it stable, since another one starts from nothing. */
  api: RosterApi
  /** @default the machine's */
  clock?: Clock
  /** When the person comes back, what they see is read again. @default the page's own */
  focus?: FocusSource
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
  onError,
  onEvent,
  children,
}: RosterDataProps) {
  const [reporter] = useState(createReporter)
  const [epoch, reset] = useReducer((before: number) => before + 1, 0)
  const state = useMemo(
    () => createRosterState({ api, epoch, clock, reporter, reset }),
    [api, epoch, clock, reporter],
  )

  useEffect(
    () =>
      reporter.subscribe((event) => {
        onEvent?.(event)
        if (event.type === 'request.failed') onError?.(event.error, event.context)
      }),
    [reporter, onError, onEvent],
  )
  useEffect(() => state.follow(focus), [state, focus])

  return <RosterContext.Provider value={state}>{children}</RosterContext.Provider>
}
