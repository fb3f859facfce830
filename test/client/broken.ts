import fc from 'fast-check'

/** Texts that parsers have stumbled over. */
export const hostileTexts = [
  '[]',
  '{"__proto__":{"isApiError":true},"rows":[],"offset":0,"total":0}',
  '{"constructor":{"prototype":{}},"roles":[]}',
  '{"rows":[{"__proto__":null}],"offset":1e308,"total":1e309}',
  '{"rows":{"length":4294967295},"offset":0,"total":0}',
  '{"code":"x","params":{"__proto__":"p","toString":"t"},"fields":[null,{"pointer":{}}]}',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  '\uFEFF{"roles":[]}',
  '{"roles":[],"roles":7}',
  '"\\ud800"',
]

/** Values of a body with any one spot in it replaced by any other value. */
export const broken = (body: unknown) =>
  fc
    .tuple(fc.array(fc.nat(20), { maxLength: 6 }), fc.jsonValue({ maxDepth: 3 }))
    .map(([path, spot]) => replaced(body, path, spot))

function replaced(body: unknown, [step, ...path]: readonly number[], spot: unknown): unknown {
  if (typeof body !== 'object' || body === null || step === undefined) return spot
  const keys = Object.keys(body)
  const key = keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return spot
  const copy = Array.isArray(body) ? [...body] : { ...body }
  Reflect.set(copy, key, replaced(Reflect.get(body, key), path, spot))
  return copy
}
