import { type Kysely, sql } from 'kysely'

const statements = [
  `create table selections (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    intent text collate "C",
    fingerprint text not null,
    resource text not null check (resource in ('users', 'invitations')),
    action jsonb not null,
    made_by text collate "C" not null,
    made_at timestamptz(3) not null,
    begun_at timestamptz(3),
    touched_at timestamptz(3),
    ended_at timestamptz(3),
    is_stopped boolean not null default false,
    total integer not null,
    allowed integer not null,
    skipped jsonb not null,
    impact jsonb,
    position integer not null default 0,
    done integer not null default 0,
    failed integer not null default 0,
    partial integer not null default 0,
    undoable integer not null default 0,
    undo_of text collate "C",
    undone_at timestamptz(3),
    undone_by text collate "C",
    primary key (company_id, id)
  )`,
  'create unique index selections_of_intent on selections (company_id, intent)',
  'create index selections_by_age on selections (company_id, made_at)',
  // Without foreign keys: 100,000 rows are written at a time, and nothing but a selection's own statements writes them.
  `create table selection_rows (
    company_id text collate "C" not null,
    selection_id text collate "C" not null,
    place integer not null,
    user_id text collate "C" not null,
    role_id text,
    skip text,
    origin integer,
    outcome text,
    code text,
    reason text,
    params jsonb,
    missing jsonb,
    before jsonb,
    is_undone boolean not null default false,
    primary key (company_id, selection_id, place)
  )`,
  // Ids of running exports, by pages. Unlogged, since an export doesn't outlive its server.
  `create unlogged table exports (
    company_id text collate "C" not null,
    id text collate "C" not null,
    made_by text not null,
    made_at timestamptz(3) not null,
    done boolean not null default false,
    rows integer not null default 0,
    bytes bigint not null default 0,
    primary key (company_id, id)
  )`,
  'create index exports_by_age on exports (company_id, made_at)',
  `create unlogged table export_pages (
    company_id text collate "C" not null,
    export_id text collate "C" not null,
    page integer not null,
    ids text[] not null,
    primary key (company_id, export_id, page)
  )`,
  // An erased user leads to no account.
  'alter table users alter column account_id drop not null',
  `alter table users add constraint users_account_unless_erased
    check (account_id is not null or (erased_at is not null and deleted_at is not null))`,
]

/** Selections, exports, and users without an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
