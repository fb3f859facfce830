import { createLater } from '../base/create-later.ts'
import { NetworkError } from './network-error.ts'

type Method = (...args: unknown[]) => unknown

/**
 * A part of the port whose code loads with the first call of one of its methods, since most pages begin without it. If
 * the code can't be loaded, the call rejects like a request without a connection.
 */
export function laterMethods<Part extends { [Name in keyof Part]: (...args: never[]) => Promise<unknown> }>(
  importPart: () => Promise<Part>,
  names: readonly (keyof Part & string)[],
): Part {
  const later = createLater(importPart)
  const load = () =>
    later.load().catch((cause) => {
      throw new NetworkError(cause)
    })
  const methods = names.map((name): [string, Method] => [
    name,
    async (...args) => {
      const part = await load()
      return Reflect.apply(part[name], part, args)
    },
  ])
  return Object.fromEntries(methods) as unknown as Part
}
