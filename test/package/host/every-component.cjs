const allowed = { allowed: true }
const role = { id: 'agent', name: 'Agent' }
const user = {
  id: 'ada',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  role,
  teams: [],
  joinedAt: '2026-01-05T08:00:00.000Z',
  lastActiveAt: null,
  actions: { delete: allowed, changeRole: allowed, changeTeams: allowed, endSessions: allowed },
}
const never = () => new Promise(() => {})
const api = { company: 'acme', session: { get: never }, users: { list: never } }
const ignore = () => {}

const selection = {
  id: 'run',
  resource: 'users',
  action: { kind: 'delete' },
  state: 'paused',
  total: 3,
  allowed: 3,
  skipped: [],
  impact: [],
  position: 1,
  done: 1,
  failed: 0,
  partial: 0,
  remainingMs: 60_000,
}
const run = {
  phase: 'ready',
  action: selection.action,
  selection,
  failed: [],
  partial: [],
  isStopping: false,
  restMs: null,
  error: null,
}
const closed = { open: false, onOpenChange: ignore, onConfirm: ignore, run }

const draft = {
  addresses: [],
  ready: 0,
  notSent: 0,
  text: '',
  named: [],
  file: null,
  teamIds: [],
  message: '',
  result: null,
  sending: null,
  error: null,
}

/** The least that a component needs; every other is rendered without props. */
const props = {
  Avatar: { personId: 'ada', name: 'Ada Lovelace' },
  Badge: { children: 'Admin' },
  BulkBar: { count: 3 },
  Button: { children: 'Save' },
  ChangeUsersDialog: closed,
  Chip: { children: 'Night shift' },
  ConfirmDialog: {
    open: false,
    onOpenChange: ignore,
    title: 'Sure?',
    confirmLabel: 'Yes',
    onConfirm: ignore,
  },
  DeleteInvitationsDialog: { ...closed, count: 1, invitations: [] },
  DeleteUsersDialog: closed,
  ExportBar: { value: { status: 'downloaded', rows: 3 } },
  IdleLogoutForm: {
    policy: { enabled: true, timeoutMinutes: 15, warnMs: 120_000, allowHold: false, rev: '1' },
  },
  IdleWarning: { seconds: 58 },
  InvitationsTable: { invitations: [] },
  InviteUserDialog: { ...closed, draft, onInvite: ignore },
  JoinCompany: { api: { preview: never, join: never } },
  JoinCompanyView: { status: 'loading', onJoin: ignore, onLink: () => true, onRetry: ignore },
  PausedBar: { selection },
  RecentChangesDialog: { ...closed, changes: { rows: [] }, namesOf: () => ({}) },
  RelativeTime: { value: '2026-01-05T08:00:00.000Z' },
  RosterData: { api, children: 'children' },
  RosterProvider: { api, children: 'children' },
  RosterUI: { children: 'children' },
  RunDialog: { ...closed, onStop: ignore },
  RunResultDialog: closed,
  UserPanel: { user },
  UsersChanges: { changes: 3, onRefresh: ignore },
  UsersEmpty: { companyName: 'Acme' },
  UsersError: { error: { code: 'network' }, onRetry: ignore },
  UsersNoMatch: { onClear: ignore },
  UsersRateLimited: { retryAfter: 30, onRetry: ignore },
  UsersStaleBanner: { reason: 'offline', loadedAt: 0, onRetry: ignore },
  UsersTable: { users: [user] },
}

/** Renders each component that a build exports, as a server would, and returns their HTML by name. */
function renderEvery(roster, { createElement }, { renderToString }) {
  const isComponent = ([name, value]) =>
    /^[A-Z]/.test(name) && (typeof value === 'function' || (typeof value === 'object' && '$$typeof' in value))
  const { RosterData, RosterUI } = roster
  return Object.fromEntries(
    Object.entries(roster)
      .filter(isComponent)
      .map(([name, component]) => [
        name,
        renderToString(
          createElement(
            RosterData,
            { api },
            createElement(RosterUI, null, createElement(component, props[name] ?? {})),
          ),
        ),
      ]),
  )
}

module.exports = { renderEvery }
