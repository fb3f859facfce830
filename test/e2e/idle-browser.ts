import type { BrowserContext, Page, Request } from 'playwright'
import { expect } from 'vitest'

/** How long a minute of idle logout lasts in these tests, in ms. */
export const idleMinute = 3_000

/** The shortest timeout, in ms. */
export const timeout = 10 * idleMinute

export const stay = (page: Page) => page.getByRole('button', { name: 'Stay logged in' })

/** The sentence of the sign-in page after an idle logout. */
const reason = (page: Page) =>
  page.getByText('You were logged out because nothing happened for a while. Your drafts are kept.')

/** Waits until nobody was active for the whole timeout. */
export const waitForEnd = (page: Page) => reason(page).waitFor({ timeout: 3 * timeout })

/** Calls the API as the person who is signed in. */
export const call = (page: Page, method: string, path: string, body?: object, ifMatch?: string) =>
  page.evaluate(
    async ([method, path, body, ifMatch]) => {
      const response = await fetch(path, {
        method,
        headers: {
          'Roster-Company': 'acme',
          'Idempotency-Key': crypto.randomUUID(),
          ...(body && { 'Content-Type': 'application/json' }),
          ...(ifMatch && { 'If-Match': `"${ifMatch}"` }),
        },
        body: body && JSON.stringify(body),
      })
      return { status: response.status, body: await response.json().catch(() => undefined) }
    },
    [method, path, body, ifMatch] as const,
  )

/** Turns idle logout on, after the shortest timeout. */
export async function turnOn(page: Page) {
  const { body } = await call(page, 'GET', '/v1/idle-logout')
  const settings = { enabled: true, timeoutMinutes: 10, allowHold: false }
  const { status } = await call(page, 'PUT', '/v1/idle-logout', settings, body.rev)
  expect(status).toBe(200)
}

/** The requests of all tabs of a browser from now on, with their method. */
export function requestsOf(context: BrowserContext) {
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  return {
    all: requests,
    to: (method: string, path: string) =>
      requests.filter((one) => one.method() === method && new URL(one.url()).pathname === path),
  }
}
