import { createRequire } from 'node:module'
import { createHttpApi } from '@aicx/roster/client'
import { createMocks } from '@aicx/roster/msw'
import { setupServer } from 'msw/node'

const { handlers, company, token } = await createMocks({ scenario: 'one' })
setupServer(...handlers).listen()
const baseUrl = 'http://127.0.0.1/roster-api'
const { total } = await createHttpApi({ baseUrl, company, getToken: () => token }).users.list({})
const required = createRequire(import.meta.url)('@aicx/roster/msw')
const { startWorker } = await import('@aicx/roster/msw/browser')
const refusal = await startWorker(handlers).catch(({ message }) => message)
console.log(JSON.stringify([total, typeof required.createMocks, refusal]))
