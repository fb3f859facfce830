import type { Chunk, FrozenSelection, Of, SelectionAction, SelectionRow } from '@aicx/roster/contract'
import { type BackendOptions, createBackend } from '../../../backend/core/create-backend.ts'
import type { NewCompany, Store } from '../../../backend/core/ports/store.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompany } from './a-company.ts'
import { everyUser } from './every-user.ts'

type People = Parameters<typeof aCompany>[0]

/** How long its sign-ins last. */
export const absoluteLimit = 7 * 86_400_000

/** A company in a store, and a backend that takes a user's id as a bearer token. Its clock begins at the store's. */
export async function aHost(
  { store }: Pick<OpenStore, 'store'> & Partial<OpenStore>,
  people: People,
  options: Partial<BackendOptions> = {},
) {
  const own: NewCompany = aCompany(people)
  await store.createCompany(own)
  return hostOf(own, store, options)
}

async function hostOf(own: NewCompany, store: Store, options: Partial<BackendOptions>) {
  const company = own.company.id
  const begun = await store.now()
  const identity = {
    async authenticate(request: Request) {
      const id = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? ''
      const user = own.users.find((one) => one.id === id)
      if (!user) return null
      const { accountId, name, email } = user
      const signIn = { id: `s-${accountId}`, accountId, authenticatedAt: begun }
      return {
        account: { id: accountId, name, email },
        signIn: { ...signIn, expiresAt: new Date(begun.getTime() + absoluteLimit) },
      }
    },
    async endSignIns() {},
  }
  const backend = createBackend({ store, identity, ...options })

  const send = (method: string, path: string, asked: Asked = {}) => {
    const { as = 'boss', body, key = crypto.randomUUID(), version } = asked
    const headers = new Headers({
      Authorization: `Bearer ${as}`,
      'Roster-Company': company,
      ...asked.headers,
    })
    headers.set('Idempotency-Key', key)
    if (version !== undefined) headers.set('If-Match', `"${version}"`)
    if (body) headers.set('Content-Type', 'application/json')
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    return backend.fetch(new Request(`http://roster.test/v1${path}`, init))
  }

  async function ask<Body>(method: string, path: string, asked?: Asked): Promise<Answered<Body>> {
    const response = await send(method, path, asked)
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }

  const create = (of: Of, action: SelectionAction, asked: Asked = {}) =>
    ask<FrozenSelection & Refusal>('POST', '/selections', {
      ...asked,
      body: { resource: 'users', of, action },
    })
  const chunk = (id: string, from: number, asked: Asked = {}) =>
    ask<Chunk & Refusal>('POST', `/selections/${id}/chunks`, {
      key: `${id}.${from}`,
      ...asked,
      body: { from },
    })

  /** Runs a frozen selection from where it is to its end, in as many steps as it takes. */
  async function goOn(selection: FrozenSelection, asked: Asked = {}) {
    const chunks: Chunk[] = []
    for (let at = selection.position; ; ) {
      const { body, status } = await chunk(selection.id, at, asked)
      if (status !== 200) throw new Error(`The step at ${at} was refused: ${body.code}`)
      chunks.push(body)
      at = body.selection.position
      if (body.selection.endedAt) break
    }
    const last = chunks.at(-1)?.selection ?? selection
    return {
      selection: last,
      failed: chunks.flatMap(({ failed }) => failed),
      partial: chunks.flatMap((one) => one.partial),
    }
  }

  /** Freezes and runs to the end. */
  async function run(of: Of, action: SelectionAction, asked: Asked = {}) {
    return goOn((await create(of, action, asked)).body, asked)
  }

  return {
    store,
    company,
    /** The same company at another instance of the backend. */
    besides: (other: Store) => hostOf(own, other, options),
    send,
    ask,
    create,
    chunk,
    goOn,
    run,
    members: async () => (await store.users(company, everyUser)).users.map(({ id }) => id),
    user: (id: string) => store.user(company, id),
    rows: async (id: string, query = '') =>
      (await ask<{ rows: SelectionRow[]; total: number }>('GET', `/selections/${id}/rows${query}`)).body,
  }
}

interface Refusal {
  code: string
  params?: Record<string, string>
}

interface Answered<Body> {
  status: number
  body: Body
}

/** A request; by default of the user "boss". */
export interface Asked {
  as?: string
  body?: object
  key?: string
  version?: string
  headers?: Record<string, string>
}
