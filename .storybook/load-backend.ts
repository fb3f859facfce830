import type { Loader } from '@storybook/react-vite'
import { getResponse, http } from 'msw'
import type { ScenarioName } from '../mocks/scenarios/scenarios.ts'
import { startWorker } from '../mocks/start-worker.ts'
import { createStoryBackend, type StoryBackend } from './story-backend.ts'

/** What the toolbars add to a story's scenario. */
const network: Record<string, ScenarioName[]> = {
  slow: ['slow'],
  offline: ['offline'],
  '429': ['rate-limited'],
  '500': ['error'],
}
const permission: Record<string, ScenarioName[]> = { none: ['forbidden'] }

/** The backend of each story that was looked at: a page of docs shows several at once. */
const backends = new Map<string, { played: string; backend: StoryBackend }>()

const inVitest = '__vitest_worker__' in globalThis || '__vitest_browser__' in globalThis
let working: Promise<unknown> | undefined

const work = () =>
  startWorker(
    [
      http.all('*/stories/:story/roster-api/*', ({ request, params }) =>
        getResponse(backends.get(String(params.story))?.backend.handlers ?? [], request),
      ),
    ],
    // The static build lies under any path.
    inVitest ? {} : { url: new URL('./mockServiceWorker.js', document.baseURI).pathname },
  )

/** Gives a story with `parameters.scenario` a backend that plays it. */
export const loadBackend: Loader = async ({ id, parameters, globals }) => {
  if (!parameters.scenario) return {}
  working ??= work()
  await working
  const scenario: ScenarioName[] = [
    parameters.scenario,
    ...(network[globals.network] ?? []),
    ...(permission[globals.permission] ?? []),
  ]
  const played = scenario.join()
  const known = backends.get(id)
  if (known?.played === played) return { backend: known.backend }
  const backend = await createStoryBackend(scenario, `stories/${id}`)
  backends.set(id, { played, backend })
  return { backend }
}
