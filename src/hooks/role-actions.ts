import type { RoleConflict } from '../contract/roles.ts'
import type { Outcome } from '../state/core/outcome.ts'
import { type SettledWrites, settledBy } from './useOpenRow.ts'

/** The writes that change a role. */
interface RoleWrites<Row> extends Pick<SettledWrites<'role', unknown>, 'retry' | 'dismiss'> {
  changeRole(id: string, roleId: string): Promise<Outcome<Row>>
  getConflict(id: string): RoleConflict | null
}

/** The actions that change the role of a row, and that settle a conflict. */
export const roleActions = <Row>(writes: RoleWrites<Row>, id: string) => ({
  ...settledBy<'role'>(writes, id)('role'),
  change: (roleId: string) => writes.changeRole(id, roleId),
  keepTheirs: () => writes.dismiss(id, 'role'),
  async applyYours() {
    const conflict = writes.getConflict(id)
    return conflict ? writes.changeRole(id, conflict.yours.id) : undefined
  },
})
