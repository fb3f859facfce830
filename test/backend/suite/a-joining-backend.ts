import { randomUUID } from 'node:crypto'
import { createBackend } from '../../../backend/core/create-backend.ts'
import { linkKeysOf } from '../../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens } from '../../../backend/core/invitations/token.ts'
import type { JoinAccounts, KnownAccount } from '../../../backend/core/ports/join-accounts.ts'
import type { InviteRequest } from '../../../src/contract.ts'
import type { OpenStore } from '../store-suite.ts'
import { aCompanyThatInvites } from './inviting.ts'

/** Someone who is signed in. */
export interface SignedIn {
  id: string
  email: string
  emailVerified?: boolean
  /** The id of the sign-in. @default that of the account */
  signIn?: string
}

/** The backend over a store, with accounts that it owns unless a host keeps them, and a way to join. */
export async function aJoiningBackend(
  current: () => OpenStore,
  options: { seats?: number; isHosts?: boolean } = {},
) {
  const { store } = current()
  const company = await aCompanyThatInvites({ store }, options.seats)
  const tokens = createInvitationTokens(await linkKeysOf(['a secret of at least 32 characters']))
  const accounts = new Map<string, KnownAccount>()
  const hashed: string[] = []
  const lines: unknown[] = []
  const people = new Map<string, SignedIn>()
  const line = (fields: unknown, text?: string) => void lines.push([fields, text])
  const joining: JoinAccounts = {
    find: async (email) => accounts.get(email.toLowerCase()) ?? null,
    inTurn: (work) => work(),
    isCommonPassword: (password) => password === '1234567890',
    async hashPassword(password) {
      hashed.push(password)
      return 'a hash'
    },
    beginSignIn() {
      const id = randomUUID()
      const secretHash = Buffer.from(id).toString('base64')
      return { signIn: { id, secretHash, lifetime: 3_600 }, headers: { 'Set-Cookie': `s=${id}` } }
    },
  }
  const begun = await store.now()
  const backend = createBackend({
    store,
    tokens,
    log: { info: line, warn: line, error: line },
    identity: {
      async authenticate(request) {
        const person = people.get(request.headers.get('authorization') ?? '')
        if (!person) return null
        const { id, email, emailVerified = true, signIn = `s-${id}` } = person
        const expiresAt = new Date(begun.getTime() + 90 * 86_400_000)
        return {
          account: { id, email, name: 'Known Name', emailVerified },
          signIn: { id: signIn, accountId: id, authenticatedAt: begun, expiresAt },
        }
      },
      async endSignIns() {},
    },
    ...(!options.isHosts && {
      signIns: { joining, signIn: async () => [], signOut: async () => [] },
    }),
  })

  async function ask(path: string, body: object, as?: SignedIn, method = 'POST') {
    const headers = new Headers({ 'Content-Type': 'application/json' })
    if (as) {
      people.set(as.id, as)
      headers.set('Authorization', as.id)
    }
    const init =
      method === 'GET' || method === 'HEAD'
        ? { method, headers }
        : { method, headers, body: JSON.stringify(body) }
    const response = await backend.fetch(new Request(`http://roster.test/v1${path}`, init))
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : null }
  }

  return {
    ...company,
    backend,
    tokens,
    /** Accounts by their addresses. */
    accounts,
    /** Passwords that were hashed. */
    hashed,
    /** What was logged. */
    lines,
    ask,
    advance: (ms: number) => current().advance(ms),
    /** Invites an address, and returns its token. */
    async link(email: string, request?: Partial<InviteRequest>) {
      const invitationId = await company.inviteOne(email, request)
      return {
        invitationId,
        token: await tokens.write({ companyId: company.id, invitationId, generation: 1 }),
      }
    },
    preview: (token: string, as?: SignedIn) => ask('/join/preview', { token }, as),
    join: (body: { token: string; name?: string; password?: string }, as?: SignedIn) =>
      ask('/join', body, as),
    session: (as: SignedIn) => {
      people.set(as.id, as)
      const headers = { Authorization: as.id, 'Roster-Company': company.id }
      return backend.fetch(new Request('http://roster.test/v1/session', { headers }))
    },
  }
}
