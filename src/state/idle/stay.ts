import type { Answer, IdleCore } from './idle-core.ts'
import type { Instant } from './time-left.ts'

/** Milliseconds before *Stay logged in* is tried again, at first and at most. */
const firstRetry = 1_000
const longestRetry = 4_000

/** What {@link stayLoggedIn} calls. */
export interface StayOptions {
  /** Takes note that the person pressed, when there is no server to confirm it. */
  count(at: Instant): void
  onAnswer(answer: Answer): void
  onFailure(thrown: unknown): void
}

/** Asks the server to go on, again and again while the warning is shown. */
export async function stayLoggedIn(core: IdleCore, pressed: Instant, options: StayOptions) {
  const { report, environment, store } = core
  const isWaiting = () => store.getState().isStaying
  store.setState({ isStaying: true })
  if (!report) return options.count(pressed)
  for (let retry = firstRetry; isWaiting(); retry = Math.min(retry * 2, longestRetry)) {
    try {
      return options.onAnswer(await report(pressed))
    } catch (thrown) {
      options.onFailure(thrown)
    }
    if (isWaiting()) await new Promise<void>((resolve) => environment.clock.after(retry, resolve))
  }
}
