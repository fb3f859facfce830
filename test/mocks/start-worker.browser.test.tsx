import type { SetupWorker } from 'msw/browser'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { createMocks } from '../../mocks/create-mocks.ts'
import { startWorker } from '../../mocks/start-worker.ts'
import { createHttpApi } from '../../src/client/create-http-api.ts'

let worker: SetupWorker | undefined
afterEach(() => worker?.stop())

it('serves the client from the backend in the page', async () => {
  const { handlers, company, token } = await createMocks()
  worker = await startWorker(handlers)
  const api = createHttpApi({ baseUrl: '/roster-api', company, getToken: () => token })

  const session = await api.session.get()
  expect(session.company).toEqual({ id: 'acme', name: 'Acme Support' })
  const { rows, total } = await api.users.list({ search: 'a', limit: 3, sort: '-lastActive' })
  expect(rows).toHaveLength(3)
  expect(total).toBeGreaterThan(1_000)
})

it('serves any path, and refuses an unknown person', async () => {
  const { handlers, company } = await createMocks()
  worker = await startWorker(handlers)
  const response = await fetch('/some/where/roster-api/v1/users', { headers: { 'Roster-Company': company } })
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ code: 'signed_out' })
})

it('finds its file at the root of the site, however deep the page is', async () => {
  const here = location.href
  history.replaceState(null, '', '/deep/inner')
  onTestFinished(() => history.replaceState(null, '', here))
  const { handlers, company, token } = await createMocks()
  worker = await startWorker(handlers)
  const api = createHttpApi({ baseUrl: '/roster-api', company, getToken: () => token })
  expect(await api.session.get()).toMatchObject({ company: { id: 'acme' } })
  const [registration] = await navigator.serviceWorker.getRegistrations()
  expect(registration?.active?.scriptURL).toBe(`${location.origin}/mockServiceWorker.js`)
})
