import type { Answer, IdleCore } from './idle-core.ts'
import type { Instant } from './time-left.ts'

/** The first and the longest wait before *Stay logged in* is tried again (ms). */
const firstRetry = 1_000
const longestRetry = 4_000

/** What {@link stayLoggedIn} calls. */
export interface StayOptions {
  /** Counts the press as activity, if there is no server to confirm it. */
  count(at: Instant): void
  onAnswer(answer: Answer): void
  onFailure(thrown: unknown): void
}

/** Reports the press to the server, and repeats that while the warning is shown. */
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
