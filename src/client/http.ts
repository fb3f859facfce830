import ky from 'ky'
import type { Schema } from '../contract/schema.ts'
import { abortable } from './abortable.ts'
import { boundedBody } from './bounded-body.ts'
import type { HttpApiOptions } from './http-api-options.ts'
import { NetworkError } from './network-error.ts'
import { type Layer, pipeline } from './pipeline.ts'
import { type RetryTiming, retryOptions } from './retry.ts'
import type { RequestOptions } from './roster-api.ts'
import { toApiError } from './to-api-error.ts'
import { tokenLayer } from './token-layer.ts'
import { unauthorizedEpisodes } from './unauthorized-episodes.ts'

interface GetOptions extends RequestOptions {
  parameters?: URLSearchParams
  /** Whether success proves that the session in the company lives. @default true */
  provesSession?: boolean
}

/** Requests about one company: their answer parsed by a schema, or an `ApiError`. */
export function createHttp(options: HttpApiOptions, timing: RetryTiming) {
  const episodes = unauthorizedEpisodes(options.onUnauthorized)
  const client = ky.create({
    prefix: `${options.baseUrl.replace(/\/+$/, '')}/v1`,
    headers: headersOf(options),
    credentials: options.credentials,
    timeout: options.timeout ?? 10_000,
    totalTimeout: options.totalTimeout ?? 30_000,
    retry: retryOptions(options.retry ?? 2, timing),
    fetch: fetchThrough(options),
    parseJson: (text, { response }) => JSON.parse(expectJson(text, response)),
  })

  async function get<Output>(path: string, schema: Schema<Output>, getOptions: GetOptions = {}) {
    const { parameters, signal, provesSession = true } = getOptions
    const request = episodes.begin()
    let response: Response | undefined
    const exchange = async () => {
      const sent = client.get(path, { searchParams: parameters, signal })
      const remember = (received: Response) => {
        response = received
      }
      sent.then(remember, () => {})
      return sent.json(schema)
    }
    try {
      const answer = await abortable(exchange, signal)
      if (provesSession) episodes.succeeded(request)
      return answer
    } catch (thrown) {
      const error = toApiError(thrown, { signal, response })
      episodes.failed(request, error)
      throw error
    }
  }

  return { get }
}

function headersOf({ headers, company }: HttpApiOptions) {
  const all = new Headers(headers)
  all.set('Roster-Company', company)
  all.set('Accept', 'application/json, application/problem+json')
  return all
}

/** A layer for each thing around an attempt: an activity's age going out and `Roster-Revision` coming in join here. */
function fetchThrough({ fetch = (request) => globalThis.fetch(request), getToken }: HttpApiOptions) {
  const layers: Layer[] = [boundedBody]
  if (getToken) layers.push(tokenLayer(getToken))
  const send = pipeline(layers, async (request) => {
    try {
      return await fetch(request)
    } catch (cause) {
      throw new NetworkError(cause)
    }
  })
  return (input: string | URL | Request) => send(input instanceof Request ? input : new Request(input))
}

function expectJson(text: string, response: Response) {
  const type = response.headers.get('content-type') ?? 'none'
  if (!/^[^;]+[/+]json\s*(;|$)/i.test(type)) throw new TypeError(`its content type is ${type}, not JSON`)
  return text
}
