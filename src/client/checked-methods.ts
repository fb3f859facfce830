const checked = new WeakSet<object>()

/** Marks the methods of a port whose results are already checked, so that they aren't parsed a second time. */
export function markChecked<Api extends object>(api: Api): Api {
  for (const member of Object.values(api)) {
    if (typeof member === 'function') checked.add(member)
    if (typeof member === 'object' && member !== null) markChecked(member)
  }
  return api
}

/** Whether the results of a method are already checked. */
export const isChecked = (method: object): boolean => checked.has(method)
