import type pg from 'pg'

/** Companies to fill, with how many users of which one in ten is seasonal. */
export interface Filled {
  id: string
  name: string
  users: number
}

const roles = `
  insert into roles (company_id, id, name, description, type, permissions, is_default, is_admin) values
    ($1, 'admin', 'Admin', '', 'company', '{}', false, true),
    ($1, 'agent', 'Agent', '', 'team', '{view_livechats}', true, false),
    ($1, 'seasonal', 'Seasonal', '', 'team', '{view_livechats}', false, false)`

/** The first user is the Admin; of the others, one in ten is seasonal. */
const people = `
  with person as materialized (
    select n, $1 || '-' || n as id, 'Person ' || n as name, $1 || '-' || n || '@example.com' as email
    from generate_series(0, $2::integer - 1) n
  ), account as (
    insert into accounts (id, email, email_key, name, created_at) select id, email, email, name, now() from person
  ), member as (
    insert into users (company_id, id, account_id, name, email, sort_key, search_text, role_id, joined_at)
    select $1, id, id, name, email, lower(name), lower(name) || chr(10) || email,
      case when n = 0 then 'admin' when n % 10 = 3 then 'seasonal' else 'agent' end, now()
    from person
  ), membership as (
    insert into team_members (company_id, user_id, team_id) select $1, id, 'night' from person where n % 3 = 0
  )
  insert into user_activity (company_id, user_id, last_active_at)
  select $1, id, now() - n * interval '1 second' from person`

/** Fills a company by plain statements, since a million users by the backend's own take minutes. */
export async function fill(client: pg.Client, { id, name, users }: Filled): Promise<void> {
  await client.query('insert into companies (id, name, created_at) values ($1, $2, now())', [id, name])
  await client.query(roles, [id])
  await client.query("insert into teams (company_id, id, name) values ($1, 'night', 'Night')", [id])
  await client.query('set session_replication_role = replica')
  await client.query(people, [id, users])
  await client.query('set session_replication_role = default')
}
