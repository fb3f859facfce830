import { type HttpHandler, http } from 'msw'
import type { Answer } from './scenarios/scenario.ts'

const prefix = /^.*?\/roster-api(?=\/)/

/** Sends every request under `/roster-api/` to the backend, whatever the origin and the path before it. */
export const handlers = (answer: Answer): HttpHandler[] => [
  http.all('*/roster-api/*', ({ request }) => {
    const url = new URL(request.url)
    url.pathname = url.pathname.replace(prefix, '')
    // A browser refuses to copy the body of a request that may outlive its page.
    return answer(new Request(url, new Request(request, { keepalive: false })))
  }),
]
