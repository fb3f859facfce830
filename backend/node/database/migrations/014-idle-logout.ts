import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table companies
    add idle_enabled boolean not null default false,
    add idle_minutes integer not null default 15 check (idle_minutes in (10, 15, 30)),
    add idle_hold boolean not null default false,
    add idle_rev bigint not null default 0,
    add idle_updated_by text,
    add idle_updated_at timestamptz(3),
    add idle_tightened_at timestamptz(3)`,
  `alter table sessions
    add expires_at timestamptz(3),
    add reported_at timestamptz(3),
    add held_until timestamptz(3)`,
  `create table session_holds (
    company_id text collate "C" not null,
    id text collate "C" not null,
    session_id text collate "C" not null,
    until timestamptz(3) not null,
    primary key (company_id, id),
    foreign key (company_id, session_id) references sessions on delete cascade
  )`,
  'create index session_holds_of_session on session_holds (company_id, session_id)',
  'alter table changes drop constraint if exists changes_resource_check',
  `alter table changes add constraint changes_resource_check
    check (resource in ('users', 'roles', 'teams', 'sessions', 'invitations', 'idle_logout'))`,
]

/** The companies' policies for idle logout, and what they need to know of sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
