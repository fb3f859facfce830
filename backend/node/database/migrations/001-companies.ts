import { type Kysely, sql } from 'kysely'

const statements = [
  // Tests replace this function to move time. Write it as `(select roster_now())`: used directly in a WHERE, it prevents
  // the use of indexes.
  `create function roster_now() returns timestamptz language sql volatile
    as $$ select date_trunc('milliseconds', clock_timestamp()) $$`,

  `create table accounts (
    id text collate "C" primary key,
    email text not null,
    email_key text collate "C" not null unique,
    name text not null,
    created_at timestamptz(3) not null
  )`,
  `create table passwords (
    account_id text collate "C" primary key references accounts,
    hash text not null
  )`,
  `create table sign_ins (
    id text collate "C" primary key,
    secret_hash bytea not null unique,
    account_id text collate "C" not null references accounts,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    ended_at timestamptz(3)
  )`,
  'create index sign_ins_of_account on sign_ins (account_id)',
  `create table sign_in_attempts (
    key text collate "C" primary key,
    started_at timestamptz(3) not null,
    count integer not null
  )`,
  'create index sign_in_attempts_by_age on sign_in_attempts (started_at)',

  `create table companies (
    id text collate "C" primary key,
    name text not null,
    revision bigint not null default 0,
    users_revision bigint not null default 0,
    created_at timestamptz(3) not null
  )`,
  `create table roles (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    name text not null,
    description text not null,
    type text not null check (type in ('company', 'team')),
    permissions text[] not null,
    is_default boolean not null,
    is_admin boolean not null,
    primary key (company_id, id)
  )`,
  'create unique index roles_one_default on roles (company_id) where is_default',
  'create unique index roles_one_admin on roles (company_id) where is_admin',
  `create table teams (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    name text not null,
    primary key (company_id, id)
  )`,
  `create table team_roles (
    company_id text collate "C" not null,
    team_id text collate "C" not null,
    role_id text collate "C" not null,
    primary key (company_id, team_id, role_id),
    foreign key (company_id, team_id) references teams,
    foreign key (company_id, role_id) references roles
  )`,

  `create table users (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    account_id text collate "C" not null references accounts,
    name text not null,
    email text not null,
    avatar_url text,
    custom jsonb,
    sort_key text collate "C" not null,
    search_text text collate "C" not null,
    role_id text collate "C",
    joined_at timestamptz(3) not null,
    version bigint not null default 0,
    deleted_at timestamptz(3),
    erased_at timestamptz(3),
    primary key (company_id, id),
    foreign key (company_id, role_id) references roles,
    check (role_id is not null or deleted_at is not null)
  )`,
  'create unique index users_one_per_account on users (company_id, account_id) where deleted_at is null',
  'create index users_of_account on users (account_id) where deleted_at is null',
  'create index users_by_name on users (company_id, sort_key, id) where deleted_at is null',
  'create index users_by_joined on users (company_id, joined_at, id) where deleted_at is null',
  'create index users_by_role on users (company_id, role_id, sort_key, id) where deleted_at is null',
  `create table team_members (
    company_id text collate "C" not null,
    user_id text collate "C" not null,
    team_id text collate "C" not null,
    primary key (company_id, user_id, team_id),
    foreign key (company_id, user_id) references users,
    foreign key (company_id, team_id) references teams
  )`,
  'create index team_members_by_team on team_members (company_id, team_id, user_id)',
  `create table user_activity (
    company_id text collate "C" not null,
    user_id text collate "C" not null,
    last_active_at timestamptz(3) not null default '-infinity',
    primary key (company_id, user_id),
    foreign key (company_id, user_id) references users
  )`,
  'create index user_activity_by_age on user_activity (company_id, last_active_at, user_id)',

  `create table sessions (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    sign_in_id text collate "C" not null,
    ordinal integer not null,
    user_id text collate "C" not null,
    opened_at timestamptz(3) not null,
    seen_at timestamptz(3) not null,
    activity_at timestamptz(3) not null,
    ended_at timestamptz(3),
    end_reason text check (end_reason in ('idle', 'expired', 'revoked', 'signed_out')),
    primary key (company_id, id),
    foreign key (company_id, user_id) references users
  )`,
  'create unique index sessions_of_sign_in on sessions (company_id, sign_in_id, ordinal)',
  'create index sessions_of_user on sessions (company_id, user_id) where ended_at is null',

  `create table changes (
    company_id text collate "C" not null references companies,
    revision bigint not null,
    resource text collate "C" not null check (resource in ('users', 'roles', 'teams', 'sessions')),
    ids text[] not null,
    intent text not null,
    at timestamptz(3) not null,
    primary key (company_id, revision, resource)
  )`,
  'create index changes_by_age on changes (company_id, at)',
  `create table audit (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    revision bigint not null,
    at timestamptz(3) not null,
    intent text not null,
    chunk integer,
    actor_kind text not null check (actor_kind in ('user', 'system')),
    actor_id text not null,
    action text not null,
    target_id text collate "C" not null,
    before jsonb,
    after jsonb,
    request_id text not null,
    primary key (company_id, id)
  )`,
  'create index audit_of_target on audit (company_id, target_id, revision, id)',
  `create table intents (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    fingerprint text not null,
    answer jsonb,
    revision bigint not null,
    at timestamptz(3) not null,
    primary key (company_id, id)
  )`,
  'create index intents_by_age on intents (company_id, at)',

  // A server may lack the extension or forbid it. Then a search reads all of the company's users.
  `do $$ begin
    create extension if not exists pg_trgm;
    create index users_by_text on users using gin (search_text gin_trgm_ops) where deleted_at is null;
  exception when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
    null;
  end $$`,
]

/** Companies with their users, and their sign-ins. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
