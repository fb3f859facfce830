import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** A response, and how long it took in ms. */
export interface Answer {
  /** Zero without a response within 20 seconds. */
  status: number
  headers: IncomingMessage['headers']
  body: string
  ms: number
}

/** A request to a backend. */
export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  /** Ms until the request is given up. @default 20_000 */
  patience?: number
}

const patience = 20_000

/** Asks a backend over connections that are kept open. */
export interface Client {
  ask(path: string, asked?: Asked): Promise<Answer>
  /** Opens a stream of events and reads it without keeping it. Resolves once it has begun. */
  open(path: string): Promise<IncomingMessage>
  close(): void
}

/** Creates a client with headers for all its requests. */
export function createClient(address: string, always: Record<string, string> = {}, connections = 64): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })

  async function send(
    path: string,
    { method = 'GET', headers = {}, body }: Asked,
    signal?: AbortSignal,
  ): Promise<IncomingMessage> {
    const sent = request(new URL(path, address), {
      agent,
      method,
      signal,
      headers: {
        Origin: address,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(method !== 'GET' && { 'Idempotency-Key': randomUUID() }),
        ...always,
        ...headers,
      },
    })
    sent.end(body === undefined ? undefined : JSON.stringify(body))
    const [response] = await once(sent, 'response')
    return response
  }

  return {
    async ask(path, asked = {}) {
      const begun = performance.now()
      const after = () => performance.now() - begun
      try {
        const response = await send(path, asked, AbortSignal.timeout(asked.patience ?? patience))
        const body = await text(response)
        const { statusCode: status = 0, headers } = response
        return { status, headers, body, ms: after() }
      } catch (error) {
        return { status: 0, headers: {}, body: String(error), ms: after() }
      }
    },
    async open(path) {
      const response = await send(path, { headers: { Accept: 'text/event-stream' } })
      response.resume()
      return response
    },
    close: () => agent.destroy(),
  }
}

/** Signs in, and returns a client that is a member of the company. */
export async function signIn(
  address: string,
  company: string,
  credentials: { email: string; password: string },
): Promise<Client> {
  const visitor = createClient(address)
  const { status, headers, body } = await visitor.ask('/v1/sign-in', { method: 'POST', body: credentials })
  visitor.close()
  if (status !== 204) throw new Error(`The sign-in was refused: ${body}`)
  const cookies = (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
  return createClient(address, { Cookie: cookies, 'Roster-Company': company })
}
