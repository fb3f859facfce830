/** A class that our components draw, with the attributes that it has. */
export interface Part {
  name: string
  /** Attributes by name, each with its known values. */
  states: Map<string, Set<string>>
  /** The components that draw it. */
  drawnBy: Set<string>
}

/** All parts by their class. */
export type Parts = Map<string, Part>

/** Returns the part of a class; creates it the first time. */
export function partOf(parts: Parts, name: string): Part {
  const part = parts.get(name) ?? { name, states: new Map(), drawnBy: new Set() }
  parts.set(name, part)
  return part
}

/** Records that a part has an attribute, with its values; a state without values is either set or not. */
export function addState({ states }: Part, attribute: string, values: readonly string[] = []): void {
  states.set(attribute, new Set([...(states.get(attribute) ?? []), ...values]))
}
