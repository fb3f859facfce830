import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createBackend } from '../../../../backend/core/create-backend.ts'
import { linkKeysOf } from '../../../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens } from '../../../../backend/core/invitations/token.ts'
import type { Identity } from '../../../../backend/core/ports/identity.ts'
import type { Store } from '../../../../backend/core/ports/store.ts'
import { openPostgres } from '../../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../../backend/node/store/create-sql-store.ts'
import { seededRandom } from '../../../../mocks/people/random.ts'
import { aCompany } from '../../suite/a-company.ts'
import { createPostgres } from '../test-postgres.ts'
import { quickAccounts } from './quick-accounts.ts'

/** `ROSTER_RACES=1000` runs so many rounds, from a new seed. */
const deep = Number(process.env.ROSTER_RACES)
export const rounds = deep || 20
export const seed = deep ? Date.now() % 2 ** 32 : 20_261_124

const secret = 'a secret of at least 32 characters'

/** The address of a person who is invited, by the last part of their account's id. */
export const addressOf = (accountId: string) => `${accountId.split('.').at(-1)}@new.example`

/** A request is signed in as the account that it names. */
const identity: Identity = {
  async authenticate({ headers }) {
    const id = headers.get('authorization')
    if (id === null) return null
    const signIn = {
      id: `s-${id}`,
      accountId: id,
      authenticatedAt: new Date('2026-01-05T08:00:00Z'),
      expiresAt: new Date(8_640_000_000_000),
    }
    return { account: { id, name: id, email: addressOf(id), emailVerified: true }, signIn }
  },
  async endSignIns() {},
}

/** A change that is requested. */
export interface Contender {
  /** Null for someone who isn't signed in. */
  as: string | null
  method: string
  path: string
  intent: string
  version?: string
  body: unknown
}

/** What a contender was answered. */
export interface Outcome {
  status: number
  code?: string
  body: {
    version?: string
    code?: string
    selection?: { failed: number }
    results?: { ok: boolean; code?: string; invitation?: { id: string } }[]
    userId?: string
    failed?: { code: string }[]
  }
}

/** Two instances of the backend on one PostgreSQL, and companies to contend in. */
export async function openRaces(over: (store: Store) => Store = (store) => store) {
  const url = await createPostgres()
  const stores = [1, 2].map(() => createSqlStore(openPostgres(url, { connections: 8 })))
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const tokens = createInvitationTokens(await linkKeysOf([secret]))
  const signIns = { joining: quickAccounts(pool), signIn: async () => [], signOut: async () => [] }
  const backends = stores.map((store) => createBackend({ store: over(store), identity, tokens, signIns }))
  const random = seededRandom(seed)
  const [store] = stores
  if (!store) throw new Error('there is no store')
  const upTo = (most: number) => Math.floor(random() * (most + 1))

  return {
    store,
    tokens,
    upTo,
    /** Two in every other round, else up to sixteen. */
    contenders: (round: number) => (round % 2 ? 2 : 3 + upTo(13)),
    async createCompany(people: { id: string; roleId: string }[]) {
      const newCompany = aCompany(people)
      for (const user of newCompany.users) user.accountId = `${newCompany.company.id}.${user.id}`
      await store.createCompany(newCompany)
      return newCompany.company.id
    },
    /** All at once, or within some milliseconds, at either instance. */
    race(company: string, contenders: Contender[]): Promise<Outcome[]> {
      const jitter = upTo(1) * 3
      return Promise.all(
        contenders.map(async ({ as, method, path, intent, version, body }, index) => {
          await pause(upTo(jitter))
          const request = new Request(`http://races.test/v1${path}`, {
            method,
            headers: {
              ...(as !== null && { Authorization: `${company}.${as}` }),
              'Roster-Company': company,
              'Content-Type': 'application/json',
              'Idempotency-Key': intent,
              ...(version !== undefined && { 'If-Match': `"${version}"` }),
            },
            body: JSON.stringify(body),
          })
          const response = await backends[(index + upTo(1)) % 2]?.fetch(request)
          const answer = await response?.json()
          return { status: response?.status ?? 0, code: answer?.code, body: answer }
        }),
      )
    },
    /** What someone does to the database beside the backend. */
    sql: (text: string, values: unknown[]) => pool.query(text, values),
    close: () => Promise.all([pool.end(), ...stores.map((one) => one.close())]),
  }
}

/** Two instances and their companies. */
export type Races = Awaited<ReturnType<typeof openRaces>>
