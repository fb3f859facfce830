import { type HttpHandler, http } from 'msw'
import type { Answer } from './scenarios/scenario.ts'

const prefix = /^.*?\/roster-api(?=\/)/

/** The whole mock layer: what is asked under `/roster-api/`, on any origin and under any path, the backend answers. */
export const handlers = (answer: Answer): HttpHandler[] => [
  http.all('*/roster-api/*', ({ request }) => {
    const url = new URL(request.url)
    url.pathname = url.pathname.replace(prefix, '')
    return answer(new Request(url, request))
  }),
]
