import type { Place } from '../http/call.ts'

/** Values for the sentence of a skipped row, by the role that it has. */
export function skipParams({ catalogue, judge }: Pick<Place, 'catalogue' | 'judge'>) {
  return (reason: string, roleId: string): Record<string, string> | undefined => {
    const role = catalogue.roles.find(({ id }) => id === roleId)
    if (!role || reason === 'self') return undefined
    if (reason === 'last_admin') return { role: role.name }
    const { assign } = judge.role(role)
    return assign.allowed ? { role: role.name } : assign.params
  }
}
