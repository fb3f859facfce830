import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table companies
    add column invitations_revision bigint not null default 0,
    add column seats integer check (seats >= 0),
    add column allowed_domains text[] not null default '{}',
    add column blocked_domains text[] not null default '{}',
    add column lapsed_until timestamptz(3) not null default '-infinity'`,
  'alter table changes drop constraint if exists changes_resource_check',
  `alter table changes add constraint changes_resource_check
    check (resource in ('users', 'invitations', 'roles', 'teams', 'sessions', 'idle_logout'))`,
  // Without foreign keys to roles and teams, since an invitation outlives them: without its role, the person gets the
  // default one.
  `create table invitations (
    company_id text collate "C" not null references companies,
    id text collate "C" not null,
    email text not null,
    address text not null,
    email_key text collate "C" not null,
    search_text text collate "C" not null,
    role_id text collate "C" not null,
    team_ids text[] not null,
    administrative text[] not null,
    message text,
    locale text,
    invited_by text collate "C" not null,
    invited_at timestamptz(3) not null,
    asked_by text collate "C" not null,
    asked_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    generation integer not null default 1,
    delivery text not null default 'queued' check (delivery in ('queued', 'sent', 'failed')),
    delivery_reason text,
    next_try_at timestamptz(3),
    sent_at timestamptz(3),
    ended_as text check (ended_as in ('accepted', 'joined_otherwise', 'deleted', 'replaced')),
    ended_at timestamptz(3),
    user_id text collate "C",
    version bigint not null default 0,
    primary key (company_id, id),
    check ((ended_as is null) = (ended_at is null))
  )`,
  // One address has one invitation that has not ended. An expired one is moved out of the way before the next is made.
  'create unique index invitations_one_open on invitations (company_id, email_key) where ended_as is null',
  'create index invitations_by_expiry on invitations (expires_at) where ended_as is null',
  'create index invitations_of_inviter on invitations (company_id, invited_by) where ended_as is null',
  // The outbox: what is to be sent, and never a link, which follows from the invitation and its generation.
  `create table invitation_mail (
    company_id text collate "C" not null,
    id text collate "C" not null,
    invitation_id text collate "C" not null,
    generation integer not null,
    email_key text collate "C" not null,
    asked_by text collate "C" not null,
    created_at timestamptz(3) not null,
    state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'superseded')),
    attempts integer not null default 0,
    next_try_at timestamptz(3) not null,
    claimed_until timestamptz(3),
    reason text,
    is_ours boolean not null default false,
    sent_at timestamptz(3),
    primary key (company_id, id),
    foreign key (company_id, invitation_id) references invitations
  )`,
  "create index invitation_mail_queue on invitation_mail (next_try_at) where state = 'queued'",
  'create index invitation_mail_of_invitation on invitation_mail (company_id, invitation_id)',
  'create index invitation_mail_by_age on invitation_mail (company_id, created_at)',
  'create index invitation_mail_by_address on invitation_mail (company_id, email_key, created_at)',
]

/** Invitations, the outbox of their emails, seats, and the domains that people may be invited at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
