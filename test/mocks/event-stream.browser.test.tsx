import { expect, it, onTestFinished } from 'vitest'
import { createMocks } from '../../mocks/create-mocks.ts'
import { startWorker } from '../../mocks/start-worker.ts'

it('streams events from the backend in the page, and lets go of a stream that is left', async () => {
  const { handlers, company, token } = await createMocks()
  const worker = await startWorker(handlers)
  onTestFinished(() => worker.stop())
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`/roster-api/v1${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'Roster-Company': company, ...init.headers },
    })
  const open = async () => {
    const leaving = new AbortController()
    const response = await ask('/events', {
      headers: { Accept: 'text/event-stream' },
      signal: leaving.signal,
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    await reader?.read()
    return { response, reader, leaving }
  }

  for (let index = 0; index < 20; index++) {
    const { response, reader, leaving } = await open()
    expect(response.status).toBe(200)
    leaving.abort()
    await expect(reader?.closed).rejects.toThrow()
  }

  const { reader, leaving } = await open()
  onTestFinished(() => leaving.abort())
  const written = await ask('/users/acme-2/teams', {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'mine' },
    body: JSON.stringify({ add: ['night'], remove: [] }),
  })
  expect(written.status).toBe(200)
  let text = ''
  while (!text.includes('mine')) text += (await reader?.read())?.value ?? ''
  expect(text).toContain('"ids":["acme-2"]')
})
