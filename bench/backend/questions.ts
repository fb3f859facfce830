import type pg from 'pg'
import type { Client } from '../../scripts/backend/member.ts'

/** The same request, to Roster over HTTP and in plain SQL. */
export interface Question {
  name: string
  /** The ratio of the medians that is aimed at. */
  goal: number
  roster(client: Client, round: number): Promise<void>
  plain(pool: pg.Pool, round: number): Promise<string>
}

interface Place {
  company: string
  secret: string
  users: number
}

const roles = ['agent', 'billing'] as const
const changed = (round: number) => `u${101 + (round % 50)}`
const roleOf = (round: number) => roles[Math.floor(round / 50) % 2] ?? 'agent'

/** Writes need the version of the user, so each remembers it from its last response. */
const versions = new Map<string, string>()

async function ask(client: Client, path: string, asked?: Parameters<Client['ask']>[1]) {
  const answer = await client.ask(path, asked)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`)
  return answer
}

async function versionOf(client: Client, key: string, user: string) {
  const known = versions.get(key)
  if (known !== undefined) return known
  return String((await ask(client, `/v1/users/${user}`)).headers.etag)
}

/** Prepares the next change of a role, whose version must be known. */
export async function prepare(client: Client, { company }: Place, round: number): Promise<void> {
  const user = changed(round)
  const key = `${company} ${user}`
  versions.set(key, await versionOf(client, key, user))
}

const query = async (pool: pg.Pool, text: string, values: unknown[]) =>
  JSON.stringify((await pool.query(text, values)).rows)

/** The questions in one company. */
export function questionsOf(place: Place): Question[] {
  const { company, secret } = place
  return [
    {
      name: 'session',
      goal: 4,
      roster: async (client) => void (await ask(client, '/v1/session')),
      plain: (pool) =>
        query(
          pool,
          `select a.email, s.id, s.ended_at, s.seen_at, u.id as user_id, u.name, r.name as role, r.permissions,
             c.name as company, array(select o.company_id from users o where o.account_id = a.id and o.deleted_at is null) as companies
           from sign_ins i join accounts a on a.id = i.account_id
           join sessions s on s.company_id = $2 and s.sign_in_id = i.id
           join users u on u.company_id = $2 and u.id = s.user_id and u.deleted_at is null
           join roles r on r.company_id = $2 and r.id = u.role_id
           join companies c on c.id = $2
           where i.secret_hash = decode($1, 'hex') and i.ended_at is null`,
          [secret, company],
        ),
    },
    {
      name: 'first page',
      goal: 4,
      roster: async (client) => void (await ask(client, '/v1/users?limit=50')),
      plain: (pool) =>
        query(
          pool,
          `select u.id, u.name, u.email, u.avatar_url, u.custom, u.role_id, u.joined_at, u.version, a.last_active_at,
             array(select m.team_id from team_members m where m.company_id = u.company_id and m.user_id = u.id) as teams
           from users u left join user_activity a on a.company_id = u.company_id and a.user_id = u.id
           where u.company_id = $1 and u.deleted_at is null order by u.sort_key, u.id limit 50`,
          [company],
        ),
    },
    {
      name: 'activity',
      goal: 4,
      roster: async (client) => void (await ask(client, '/v1/users/u7/activity')),
      plain: (pool) =>
        query(
          pool,
          `select e.id, e.at, e.action, e.before, e.after, e.actor_id, u.name from audit e
           left join users u on u.company_id = e.company_id and u.id = e.actor_id
           where e.company_id = $1 and e.target_id = $2 order by e.revision desc, e.id desc limit 50`,
          [company, 'u7'],
        ),
    },
    {
      name: 'change role',
      goal: 8,
      async roster(client, round) {
        const user = changed(round)
        const key = `${company} ${user}`
        const { headers } = await ask(client, `/v1/users/${user}/role`, {
          method: 'PUT',
          headers: { 'If-Match': versions.get(key) ?? '' },
          body: { roleId: roleOf(round + 50) },
        })
        versions.set(key, String(headers.etag))
      },
      plain: (pool, round) =>
        query(pool, 'update users set role_id = $3 where company_id = $1 and id = $2 returning id, role_id', [
          company,
          `u${201 + (round % 50)}`,
          roleOf(round),
        ]),
    },
    {
      name: 'change teams',
      goal: 8,
      roster: async (client, round) =>
        void (await ask(client, `/v1/users/${changed(round)}/teams`, {
          method: 'PATCH',
          body: Math.floor(round / 50) % 2 ? { add: [], remove: ['night'] } : { add: ['night'], remove: [] },
        })),
      plain: (pool, round) =>
        Math.floor(round / 50) % 2
          ? query(
              pool,
              'delete from team_members where company_id = $1 and user_id = $2 and team_id = $3 returning user_id',
              [company, `u${201 + (round % 50)}`, 'night'],
            )
          : query(
              pool,
              'insert into team_members (company_id, user_id, team_id) values ($1, $2, $3) on conflict do nothing returning user_id',
              [company, `u${201 + (round % 50)}`, 'night'],
            ),
    },
    {
      name: `${Math.min(5_000, place.users).toLocaleString('en')} ids`,
      goal: 6,
      roster: async (client) => void (await ask(client, '/v1/users?fields=id&limit=5000')),
      plain: (pool) =>
        query(
          pool,
          'select id from users where company_id = $1 and deleted_at is null order by sort_key, id limit 5000',
          [company],
        ),
    },
  ]
}
