const checked = new WeakSet<object>()

/** Marks the methods of a port whose results are already checked, so that they aren't parsed a second time. */
export function markChecked<Api extends object>(api: Api): Api {
  for (const part of [api, ...Object.values(api)])
    if (typeof part === 'object' && part !== null)
      for (const method of Object.values(part)) if (typeof method === 'function') checked.add(method)
  return api
}

/** Whether the results of a method are already checked. */
export const isChecked = (method: object): boolean => checked.has(method)
