import { createMocks, type Mocks } from '../mocks/create-mocks.ts'
import type { ScenarioName } from '../mocks/scenarios/scenarios.ts'
import { createHttpApi } from '../src/client/create-http-api.ts'
import type { RosterApi } from '../src/client/roster-api.ts'
import { type Clock, systemClock } from '../src/state/environment/clock.ts'
import type { FocusSource } from '../src/state/environment/focus-source.ts'
import { storyTime } from './story-time.ts'

const minute = 60_000
const day = 1_440 * minute

/** The backend of one story, its client, and a way to hide and show the page. */
export interface StoryBackend extends Mocks {
  api: RosterApi
  clock: Clock
  focus: FocusSource
  /** The person comes back after a minute. */
  comeBack(): void
}

/** Plays scenarios under a path. Nothing is repeated and nothing times out, so that each state stays to be looked at. */
export async function createStoryBackend(
  scenario: readonly ScenarioName[],
  path: string,
): Promise<StoryBackend> {
  const mocks = await createMocks({ scenario, clock: () => storyTime })
  const listeners = new Set<() => void>()
  let away = 0
  return {
    ...mocks,
    api: createHttpApi({
      baseUrl: `${path}/roster-api`,
      company: mocks.company,
      getToken: () => mocks.token,
      retry: 0,
      timeout: day,
      totalTimeout: day,
    }),
    clock: { now: () => systemClock.now() + away, after: systemClock.after },
    focus: {
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    comeBack() {
      away += minute
      for (const listener of listeners) listener()
    },
  }
}
