import { createMocks } from '@aicx/roster/msw'
import { getResponse } from 'msw'

const mocks = createMocks({ scenario: 'one' })

export const GET = async (request: Request) =>
  (await getResponse((await mocks).handlers, request)) ?? new Response(null, { status: 404 })
