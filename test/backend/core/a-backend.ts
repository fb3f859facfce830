import { createBackend } from '../../../backend/core/create-backend.ts'
import { createMemoryStore } from '../../../backend/core/memory/create-memory-store.ts'
import type { Identity, SignInRef } from '../../../backend/core/ports/identity.ts'
import type { Log } from '../../../backend/core/ports/log.ts'
import type { PresencePort } from '../../../backend/core/ports/presence.ts'
import type { SignIns } from '../../../backend/core/ports/sign-ins.ts'
import type { SeededInvitation, Store } from '../../../backend/core/ports/store.ts'
import { aCompany } from '../suite/a-company.ts'

/** A sign-in ends so long after the backend's beginning. */
export const absoluteLimit = 12 * 3_600_000

/** Who may be in a request's `Authorization: Bearer`. */
const accounts = ['boss', 'manager', 'agent', 'foreigner', 'nobody']

const user = (id: string, roleId: string) => ({
  id,
  name: id,
  accountId: id,
  email: `${id}@acme.example`,
  roleId,
})

const hour = 3_600_000
const day = 24 * hour

/** A pending invitation that was sent a day ago and expires before sign-ins do. Its id is that of a user. */
const anInvitation = (begun: number): SeededInvitation => ({
  id: 'agent',
  email: 'Ina@invited.example',
  address: 'Ina@invited.example',
  emailKey: 'ina@invited.example',
  roleId: 'agent',
  teamIds: [],
  administrative: [],
  message: null,
  locale: null,
  invitedBy: 'boss',
  invitedAt: new Date(begun - day),
  askedAt: new Date(begun - day),
  sentAt: new Date(begun - day),
  expiresAt: new Date(begun + 11 * hour),
  generation: 1,
  delivery: { state: 'sent', reason: null, nextTryAt: null },
})

/** A backend over the memory store with two companies, its clock, and a way to ask it. */
export async function aBackend(
  options: {
    store?: (store: Store) => Store
    signIns?: SignIns
    log?: Log
    secondAdmin?: boolean
    heartbeat?: number
    presence?: () => PresencePort | undefined
  } = {},
) {
  const begun = Date.UTC(2026, 10, 24, 9)
  let now = begun
  const memory = createMemoryStore({ clock: () => now })
  const { store = (one) => one, secondAdmin = false, ...rest } = options
  const people = [user('boss', 'admin'), user('manager', 'manager'), user('agent', 'agent')]
  const own = aCompany([...people, ...(secondAdmin ? [user('deputy', 'admin')] : [])], 'Acme')
  const foreign = aCompany([user('foreigner', 'admin'), user('other', 'agent')], 'Foreign')
  await memory.createCompany({ ...own, invitations: [anInvitation(begun)] })
  await memory.createCompany(foreign)

  const signIn = (accountId: string): SignInRef => ({
    id: `s-${accountId}`,
    accountId,
    authenticatedAt: new Date(begun),
    expiresAt: new Date(begun + absoluteLimit),
  })
  const identity: Identity = {
    async authenticate(request) {
      const id = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? ''
      if (!accounts.includes(id)) return null
      const account = { id, name: id, email: `${id}@acme.example` }
      return { account, signIn: signIn(id) }
    },
    async endSignIns() {},
  }
  const backend = createBackend({ store: store(memory), identity, ...rest })
  const send = (path: string, asked: Asked = {}) => {
    const { as = 'boss', company = own.company.id, headers = {}, ...init } = asked
    const request = new Request(`http://roster.test${path}`, { ...init, headers })
    if (as) request.headers.set('Authorization', `Bearer ${as}`)
    if (company) request.headers.set('Roster-Company', company)
    return backend.fetch(request)
  }
  const ask = async (path: string, asked: Asked = {}) => {
    const response = await send(path, asked)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text ? JSON.parse(text) : undefined,
    }
  }
  return {
    store: memory,
    company: own.company.id,
    foreign: foreign.company.id,
    signIn,
    advance(ms: number) {
      now += ms
    },
    endStreams: backend.endStreams,
    send,
    ask,
    /** Changes something, as a new intent unless the headers name one. */
    change: (method: string, path: string, body?: unknown, asked: Asked = {}) =>
      ask(path, {
        ...asked,
        method,
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
          ...asked.headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}

/** A request; by default of the company's admin in their company. */
export interface Asked {
  method?: string
  /** Empty for nobody. */
  as?: string
  /** Empty for none. */
  company?: string
  headers?: Record<string, string>
  body?: BodyInit
}
