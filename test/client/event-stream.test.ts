import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readEventStream } from '../../src/client/read-event-stream.ts'
import { bySession, json, problem } from './answers.ts'
import { apiOf } from './api-of.ts'
import { failureOf } from './failure-of.ts'
import { type Answer, serve } from './serve.ts'
import { session } from './wire.ts'

const event = (revision: number) => ({
  revision,
  resource: 'users',
  ids: ['user-1'],
  intent: `intent-${revision}`,
  at: '2026-01-02T03:04:05.678Z',
})
const sent = (revision: number) => `data: ${JSON.stringify(event(revision))}\n\n`

/** Sends texts, and ends, breaks or holds the stream. */
const stream =
  (texts: string[], end: 'end' | 'break' | 'hold' = 'end', type = 'text/event-stream'): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': type })
    for (const text of texts) response.write(text)
    if (end === 'end') response.end()
    if (end === 'break') setTimeout(() => response.destroy(), 20)
  }

const serveStream = (answer: Answer) => serve(bySession(json(session()), answer))

async function collect<Value>(values: AsyncIterable<Value>, into: Value[] = []) {
  for await (const value of values) into.push(value)
  return into
}

describe('a stream of events', () => {
  it('gives each event as it comes, until the server ends it', async () => {
    const server = await serveStream(stream([': hello\n\n', sent(5), `${sent(6)}: beat\n\n${sent(7)}`]))
    expect(await collect(apiOf(server).events.stream(4))).toEqual([event(5), event(6), event(7)])
    const [, request] = server.requests
    expect(request?.parameters.toString()).toBe('since=4')
    expect(request?.headers.accept).toContain('text/event-stream')
  })

  it('ends without an error when its signal fires, and lets the server go', async () => {
    const server = await serveStream(stream([sent(5)], 'hold'))
    const controller = new AbortController()
    const got: unknown[] = []
    const done = collect(apiOf(server).events.stream(4, { signal: controller.signal }), got)
    await expect.poll(() => got).toHaveLength(1)
    controller.abort()
    expect(await done).toEqual([event(5)])
    await server.requests[1]?.gone
  })

  it('closes the connection when its signal fires before the response', async () => {
    const server = await serveStream(() => {})
    const controller = new AbortController()
    const done = collect(apiOf(server).events.stream(4, { signal: controller.signal }))
    await expect.poll(() => server.requests).toHaveLength(2)
    controller.abort()
    await Promise.allSettled([done])
    await server.requests[1]?.gone
  })

  it('lets the server go when its reader leaves', async () => {
    const server = await serveStream(stream([sent(5)], 'hold'))
    const got: unknown[] = []
    for await (const each of apiOf(server).events.stream(4)) {
      got.push(each)
      break
    }
    await server.requests[1]?.gone
    expect(got).toEqual([event(5)])
  })

  /** A stream whose bytes a test sends while it moves the clock. */
  function heldStream() {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let out: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        out = controller
      },
    })
    const fetch = ({ url, signal }: Request) => {
      if (url.endsWith('/session')) return Response.json(session())
      signal.addEventListener('abort', () => out?.error(signal.reason))
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    }
    const got: unknown[] = []
    const { events } = apiOf({ url: 'http://app.invalid' }, { fetch })
    const end = vi.fn()
    void failureOf(collect(events.stream(4), got)).then(end, () => end('ended'))
    return {
      got,
      end,
      send: (text: string) => out?.enqueue(new TextEncoder().encode(text)),
      close: () => out?.close(),
    }
  }

  it('outlives the time that a call may take, as long as something comes', async () => {
    const { got, end, send, close } = heldStream()
    for (let beats = 0; beats < 4; beats++) {
      await vi.advanceTimersByTimeAsync(44_999)
      expect(end).not.toHaveBeenCalled()
      send(': beat\n\n')
    }
    send(sent(5))
    close()
    await vi.advanceTimersByTimeAsync(0)
    expect(got).toEqual([event(5)])
    expect(end).toHaveBeenCalledExactlyOnceWith('ended')
  })

  it('fails when nothing comes for 45 seconds', async () => {
    const { end, send } = heldStream()
    send(': beat\n\n')
    await vi.advanceTimersByTimeAsync(44_999)
    expect(end).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(end).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'timeout' }))
  })

  it('is opened once, whatever may be repeated otherwise', async () => {
    const server = await serveStream(problem(503, 'unavailable'))
    const stream = apiOf(server).events.stream(4)
    expect(await failureOf(collect(stream))).toMatchObject({ code: 'unavailable' })
    expect(server.requests.filter(({ path }) => path === '/v1/events')).toHaveLength(1)
  })

  it('may say its type in capitals and with parameters', async () => {
    const server = await serveStream(stream([sent(5)], 'end', 'Text/Event-Stream; charset=utf-8'))
    expect(await collect(apiOf(server).events.stream(4))).toEqual([event(5)])
  })

  it('may be longer than any other response', async () => {
    const beat = `: ${'x'.repeat(99_990)}\n\n`
    const server = await serveStream(stream([...Array(90).fill(beat), sent(5)]))
    expect(await collect(apiOf(server).events.stream(4))).toEqual([event(5)])
  })

  it.each<[string, Answer, object]>([
    ['a broken connection', stream([sent(5)], 'break'), { isApiError: true }],
    ['a refusal', problem(403, 'missing_permission'), { code: 'missing_permission', status: 403 }],
    ['JSON', stream(['{}'], 'end', 'application/json'), { code: 'malformed_answer' }],
    ['an event that is no JSON', stream(['data: {\n\n']), { code: 'malformed_answer' }],
    ['an event of another shape', stream(['data: {}\n\n']), { code: 'malformed_answer' }],
  ])('rejects with an ApiError after %s', async (_, answer, error) => {
    const server = await serveStream(answer)
    expect(await failureOf(collect(apiOf(server, { retry: 0 }).events.stream(4)))).toMatchObject(error)
  })

  it('closes the connection to a server that returns something else', async () => {
    const server = await serveStream(stream(['['], 'hold', 'application/json'))
    expect(await failureOf(collect(apiOf(server).events.stream(4)))).toMatchObject({
      code: 'malformed_answer',
    })
    await server.requests[1]?.gone
  })

  it('isn’t requested if the server doesn’t announce it', async () => {
    const server = await serve(json(session({ events: true })))
    expect(await failureOf(collect(apiOf(server).events.stream(4)))).toMatchObject({ code: 'unsupported' })
    expect(server.requests).toHaveLength(1)
  })
})

describe('readEventStream', () => {
  const data = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text))
  const newline = fc.constantFrom('\n', '\r\n', '\r')

  it('reads the same events however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(data, { maxLength: 6 }),
        newline,
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        async (events, end, sizes) => {
          const text = events.map((each) => `: note${end}id: 1${end}data: ${each}${end}${end}`).join('')
          const bytes = new TextEncoder().encode(`${text}: end${end}`)
          let at = 0
          const body = new ReadableStream<Uint8Array>({
            pull(controller) {
              if (at >= bytes.length) return controller.close()
              const size = sizes.next().value ?? 1
              controller.enqueue(bytes.slice(at, at + size))
              at += size
            },
          })
          expect(await collect(readEventStream(body))).toEqual(events)
        },
      ),
      { numRuns: 50, seed: 20261124 },
    )
  })

  it('joins the lines of one event, and gives up one that never ends', async () => {
    const of = (...texts: string[]) => readEventStream(new Blob(texts).stream())
    expect(await collect(of('data: a\ndata:b\n\n'))).toEqual(['a\nb'])
    const longest = 'x'.repeat(1_000_000 - 'data: '.length)
    expect(await collect(of(`data: ${longest}\n\n`))).toEqual([longest])
    await expect(collect(of(`data: ${longest}x\n\n`))).rejects.toThrow('longer than')
    await expect(collect(of('data: ', longest, 'x'))).rejects.toThrow('longer than')
    await expect(collect(of(`data: ${'x'.repeat(99)}\n`.repeat(9_999)))).rejects.toThrow('longer than')
    await expect(collect(of(`: ${'x'.repeat(99)}\n\n`.repeat(9_999)))).resolves.toEqual([])
  })
})
