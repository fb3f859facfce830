import ky, { type ResponsePromise } from 'ky'
import { abortable } from './abortable.ts'
import type { Answer, Method } from './answer-schemas.ts'
import { boundedBody, csv } from './bounded-body.ts'
import { cookieLayer, isByCookie } from './cookie-layer.ts'
import type { HttpApiOptions } from './http-api-options.ts'
import { eventStream, isEventStream } from './is-event-stream.ts'
import { loadReader } from './load-reader.ts'
import { NetworkError } from './network-error.ts'
import { type Layer, pipeline } from './pipeline.ts'
import { type PolicyNews, policyNews } from './policy-news.ts'
import { readBaseUrl } from './read-base-url.ts'
import { readEventStream } from './read-event-stream.ts'
import { type RequestNews, requestNews } from './request-news.ts'
import type { RequestOptions, WriteOptions } from './request-options.ts'
import { type RetryTiming, retryOptions } from './retry.ts'
import { toApiError } from './to-api-error.ts'
import { tokenLayer } from './token-layer.ts'
import { unauthorizedEpisodes } from './unauthorized-episodes.ts'
import { type UnsentActivity, unsentActivity } from './unsent-activity.ts'

interface GetOptions extends RequestOptions {
  parameters?: URLSearchParams
  /** Whether it is about the session in the company, so that success proves that it is alive. @default true */
  provesSession?: boolean
}

/** Sends requests about one company. */
export type Http = ReturnType<typeof createHttp>

/** Options of a change. */
export interface SendOptions extends WriteOptions {
  body?: object
  /** The version that the change is based on. */
  version?: string
  /** Whether the server finds all rows first. */
  isLong?: boolean
}

/** Milliseconds for a response for which the server finds all rows first. */
const firstByte = 60_000

/** A request, and how its response is read. */
interface Exchange<Output> extends Pick<GetOptions, 'signal' | 'provesSession'> {
  sent: () => ResponsePromise
  read: (response: Response, sent: ResponsePromise, reader: Reader) => Promise<Output>
}

type Reader = ReturnType<typeof loadReader>

/** The options of a port. A port that isn't for one company leaves `company` out. */
type AnyHttpOptions = Omit<HttpApiOptions, 'company'> & { company?: string }

/**
 * Sends requests about one company, or about no company. Resolves to the parsed response, or rejects with an
 * `ApiError`.
 */
export function createHttp(options: AnyHttpOptions, timing: RetryTiming) {
  const episodes = unauthorizedEpisodes(options.onUnauthorized)
  const totalTimeout = options.totalTimeout ?? 30_000
  const around = { unsent: unsentActivity(), policyNews: policyNews(), requestNews: requestNews() }
  const retry = () => retryOptions(options.retry ?? 2, totalTimeout, timing)
  const client = ky.create({
    prefix: `${readBaseUrl(options.baseUrl)}/v1`,
    headers: headersOf(options),
    credentials: options.credentials,
    timeout: options.timeout ?? 10_000,
    totalTimeout,
    retry: 0,
    fetch: fetchThrough(options, timing, around),
    parseJson: (text, { response }) => JSON.parse(expectJson(text, response)),
  })

  async function exchange<Output>({ sent, read, signal, provesSession = true }: Exchange<Output>) {
    const request = episodes.begin()
    const reader = loadReader()
    reader.catch(() => undefined)
    let response: Response | undefined
    const work = async () => {
      const sending = sent()
      response = await sending
      return read(response, sending, reader)
    }
    try {
      const answer = await abortable(work, signal)
      if (provesSession) episodes.succeeded(request)
      return answer
    } catch (thrown) {
      const error = toApiError(thrown, { signal, response })
      if (error.current) Object.assign(error, { current: await readable(error.current, reader) })
      episodes.failed(request, error)
      throw error
    }
  }

  return {
    ...around,

    get: <Of extends Method>(path: string, method: Of, { parameters, ...rest }: GetOptions = {}) =>
      exchange({
        ...rest,
        sent: () =>
          client.get(path, {
            searchParams: parameters,
            signal: rest.signal,
            retry: retry(),
            ...(rest.provesSession === false && { headers: { 'Roster-Company': undefined } }),
          }),
        read: async (_, sent, reader) => readBody(await sent.json(), method, reader),
      }),

    /** Sends a change with its intent, which makes a repeat harmless. */
    send: <Of extends Method>(
      method: 'PUT' | 'PATCH' | 'POST' | 'DELETE',
      path: string,
      as: Of,
      { body, intent, version, signal, isLong }: SendOptions,
    ) =>
      exchange({
        signal,
        sent: () =>
          client(path, {
            method,
            json: body,
            signal,
            retry: { ...retry(), methods: ['put', 'patch', 'post', 'delete'] },
            headers: { 'Idempotency-Key': intent, 'If-Match': version && `"${version}"` },
            ...(isLong && { timeout: firstByte, totalTimeout: firstByte }),
          }),
        read: async (_, sent, reader) => readBody(await sent.json(), as, reader),
      }),

    /**
     * Sends something about the viewer's session, which has no intent. It isn't repeated, since it contains an age,
     * which grows. It arrives even if the page is closed at the same moment.
     */
    call: <Of extends Method | null>(
      method: 'post' | 'delete',
      path: string,
      as: Of,
      { body, signal }: RequestOptions & { body?: object } = {},
    ) =>
      exchange({
        signal,
        sent: () => client(path, { method, json: body, signal, keepalive: true }),
        read: async (_, sent, reader) => readOptional(as, sent, reader),
      }),

    /** Reads something by a request with a body. It changes nothing, so it is retried like any other read. */
    ask: <Of extends Method>(path: string, as: Of, { body, signal }: RequestOptions & { body: object }) =>
      exchange({
        signal,
        sent: () => client.post(path, { json: body, signal, retry: { ...retry(), methods: ['post'] } }),
        read: async (_, sent, reader) => readBody(await sent.json(), as, reader),
      }),

    /** A response whose body is read as it arrives, for as long as the reader takes. */
    download: (path: string, { body, signal }: RequestOptions & { body: object }) =>
      exchange({
        signal,
        sent: () =>
          client.post(path, {
            json: body,
            signal,
            headers: { Accept: `${csv}, application/problem+json` },
            timeout: firstByte,
            totalTimeout: false,
          }),
        read: async (response) => response,
      }),

    /** The events of a stream, until the signal fires or the server ends it. */
    async *stream<Of extends Method>(path: string, method: Of, { parameters, signal }: GetOptions = {}) {
      const headers = { Accept: `${eventStream}, application/problem+json` }
      const open = { searchParams: parameters, headers, signal }
      const { received: response, reader } = await exchange({
        signal,
        sent: () => client.get(path, open),
        read: async (received, _, loading) => ({ received, reader: await loading }),
      })
      try {
        if (!response.body || !isEventStream(response)) {
          await response.body?.cancel()
          throw new TypeError(
            `expected ${eventStream}, got ${response.headers.get('content-type') ?? 'no content type'}`,
          )
        }
        for await (const data of readEventStream(response.body))
          yield reader.readAnswer(method, JSON.parse(data))
      } catch (thrown) {
        throw toApiError(thrown, { signal, response })
      }
    },
  }
}

async function readBody<Of extends Method>(body: unknown, method: Of, reader: Reader): Promise<Answer<Of>> {
  const { readAnswer } = await reader
  return readAnswer(method, body)
}

type Read<Of extends Method | null> = Of extends Method ? Answer<Of> : undefined

/** Reads the body of a method that has one. */
async function readOptional<Of extends Method | null>(
  method: Of,
  sent: ResponsePromise,
  reader: Reader,
): Promise<Read<Of>>
async function readOptional(method: Method | null, sent: ResponsePromise, reader: Reader) {
  await sent
  return method === null ? undefined : readBody(await sent.json(), method, reader)
}

const readable = (user: unknown, reader: Reader) =>
  reader.then(
    ({ readableUser }) => readableUser(user),
    () => undefined,
  )

function headersOf({ headers, company }: AnyHttpOptions) {
  const all = new Headers(headers)
  if (company !== undefined) all.set('Roster-Company', company)
  all.set('Accept', 'application/json, application/problem+json')
  return all
}

/** What is added to requests, and read from responses. */
interface Around {
  unsent: UnsentActivity
  policyNews: PolicyNews
  requestNews: RequestNews
}

/** A layer for each thing around an attempt. */
function fetchThrough(options: AnyHttpOptions, { first }: RetryTiming, around: Around) {
  const { fetch = (request) => globalThis.fetch(request), getToken } = options
  const { unsent, policyNews, requestNews } = around
  const layers: Layer[] = [policyNews.layer, boundedBody, unsent.layer]
  if (getToken) layers.push(tokenLayer(getToken))
  if (isByCookie(options)) layers.unshift(cookieLayer(first))
  const send = pipeline(layers, async (request) => {
    requestNews.notify()
    return received(fetch, request)
  })
  return (input: string | URL | Request) => send(input instanceof Request ? input : new Request(input))
}

/** Sends a request. A response that scripts may not read, such as a redirect that wasn't followed, has the status 0. */
async function received(fetch: NonNullable<HttpApiOptions['fetch']>, request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    if (response?.status === 0)
      throw new TypeError(`The response can't be read: it is of type ${response.type}.`)
    return response
  } catch (cause) {
    throw new NetworkError(cause)
  }
}

function expectJson(text: string, response: Response) {
  const type = response.headers.get('content-type') ?? 'none'
  if (!/^[^;]+[/+]json\s*(;|$)/i.test(type)) throw new TypeError(`its content type is ${type}, not JSON`)
  return text
}
