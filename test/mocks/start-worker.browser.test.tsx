import type { SetupWorker } from 'msw/browser'
import { afterEach, expect, it } from 'vitest'
import { createMocks } from '../../mocks/create-mocks.ts'
import { startWorker } from '../../mocks/start-worker.ts'
import { createHttpApi } from '../../src/client/create-http-api.ts'

let worker: SetupWorker | undefined
afterEach(() => worker?.stop())

it('answers the client from the backend in the page', async () => {
  const { handlers, company, token } = await createMocks()
  worker = await startWorker(handlers, { url: '/mockServiceWorker.js' })
  const api = createHttpApi({ baseUrl: '/roster-api', company, getToken: () => token })

  const session = await api.session.get()
  expect(session.company).toEqual({ id: 'acme', name: 'Acme Support' })
  const { rows, total } = await api.users.list({ search: 'a', limit: 3, sort: '-lastActive' })
  expect(rows).toHaveLength(3)
  expect(total).toBeGreaterThan(1_000)
})

it('answers under any path, and refuses who is nobody', async () => {
  const { handlers, company } = await createMocks()
  worker = await startWorker(handlers, { url: '/mockServiceWorker.js' })
  const response = await fetch('/some/where/roster-api/v1/users', { headers: { 'Roster-Company': company } })
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ code: 'signed_out' })
})
