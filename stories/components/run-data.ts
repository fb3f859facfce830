import type { RunView } from '../../src/components/selection-run/run-view.ts'
import type { FrozenSelection, SelectionRow } from '../../src/contract/selections.ts'
import { user } from './people.ts'

/** Delete, as most stories show it. */
const action: FrozenSelection['action'] = { kind: 'delete' }

export const roles = ['Admin', 'Supervisor', 'Agent', 'Billing'].map((name, index) => ({
  id: name.toLowerCase(),
  name,
  description: '',
  type: 'company' as const,
  permissions: [],
  isDefault: index === 2,
  actions: {
    assign:
      index === 0 ? { allowed: false as const, reason: 'role_exceeds_yours' } : { allowed: true as const },
  },
}))

export const teams = ['Support EMEA', 'Onboarding', 'Weekend cover'].map((name) => ({
  id: name.toLowerCase().replace(' ', '-'),
  name,
  roleIds: [],
}))

/** A frozen selection, of five users and the viewer unless a story says otherwise. */
export const selection = (change: Partial<FrozenSelection> = {}): FrozenSelection => ({
  id: 'run-1',
  resource: 'users',
  action,
  state: 'ready',
  total: 6,
  allowed: 5,
  skipped: [{ reason: 'self', count: 1 }],
  impact: [
    { kind: 'open_conversations', count: 7 },
    { kind: 'teams_left_empty', count: 1, params: { name: 'Weekend cover' } },
  ],
  position: 0,
  done: 0,
  failed: 0,
  partial: 0,
  madeBy: { id: 'user-0', name: 'Amara Okafor' },
  madeAt: '2026-03-14T13:41:00.000Z',
  remainingMs: 900_000,
  ...change,
})

/** A run in a phase. */
export const run = (change: Partial<RunView> = {}): RunView => ({
  phase: 'ready',
  action: change.selection?.action ?? action,
  selection: selection(),
  failed: [],
  partial: [],
  isStopping: false,
  restMs: null,
  error: null,
  ...change,
})

/** The rows of a selection. */
export const rows = (numbers: readonly number[], change: Partial<SelectionRow> = {}): SelectionRow[] =>
  numbers.map((number) => {
    const { id, name, email } = user(number)
    return { id, name, email, outcome: 'allowed', ...change }
  })

export const failedRow = (number: number, code = 'timeout') => {
  const { id, name } = user(number)
  return { id, name, code }
}
