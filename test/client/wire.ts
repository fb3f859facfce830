import { backendFlags } from '../../src/contract/capabilities.ts'
import { everyUserAction } from '../../src/contract/users.ts'

/** Bodies as a server of the contract sends them. */

const allowed = { allowed: true }

export const user = (number: number, members: object = {}) => ({
  id: `user-${number}`,
  name: `User ${number}`,
  email: `user-${number}@example.com`,
  role: { id: 'agent', name: 'Agent' },
  teams: [],
  joinedAt: '2026-01-02T03:04:05.678Z',
  lastActiveAt: null,
  actions: everyUserAction(allowed),
  ...members,
})

export const users = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => user(from + index))

export const usersWindow = (rows: unknown[], members: object = {}) => ({
  rows,
  offset: 0,
  total: rows.length,
  ...members,
})

export const everything = {
  sorts: ['name', 'lastActive', 'joined'],
  filters: ['role', 'team'],
  ...backendFlags,
}

export const session = (capabilities: object = everything) => ({
  sessionKey: 'key-1',
  viewer: {
    id: 'user-1',
    name: 'User 1',
    email: 'user-1@example.com',
    role: { id: 'admin', name: 'Admin' },
    actions: { manageUsers: allowed, invite: allowed },
  },
  company: { id: 'acme', name: 'Acme' },
  companies: [{ id: 'acme', name: 'Acme' }],
  capabilities,
})

export const role = {
  id: 'agent',
  name: 'Agent',
  description: '',
  type: 'company',
  permissions: [],
  isDefault: true,
}

export const roles = { roles: [role] }

export const selection = (members: object = {}) => ({
  id: 'sel-1',
  resource: 'users',
  action: { kind: 'delete' },
  state: 'ready',
  total: 3,
  allowed: 2,
  skipped: [{ reason: 'self', count: 1 }],
  impact: [],
  position: 0,
  done: 0,
  failed: 0,
  partial: 0,
  madeBy: { id: 'user-1', name: 'User 1' },
  madeAt: '2026-01-02T03:04:05.678Z',
  remainingMs: 900_000,
  ...members,
})

export const invitation = (members: object = {}) => ({
  id: 'inv-1',
  email: 'Ada@Example.com',
  status: 'pending',
  role: { id: 'agent', name: 'Agent' },
  teams: [{ id: 'night', name: 'Night shift', direct: true, viaRole: false }],
  invitedBy: { id: 'user-1', name: 'User 1', deleted: false },
  invitedAt: '2026-01-02T03:04:05.678Z',
  sentAt: '2026-01-02T03:04:06.000Z',
  expiresAt: '2026-01-09T03:04:05.678Z',
  expiresInMs: 604_800_000,
  delivery: { state: 'sent' },
  version: '7',
  actions: { resend: allowed, delete: allowed, change: allowed },
  ...members,
})
