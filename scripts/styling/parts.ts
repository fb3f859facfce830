/** A class that a host may style, with the attributes that it carries. */
export interface Part {
  name: string
  /** Attributes by name, each with its known values. */
  states: Map<string, Set<string>>
  /** Components that draw it. */
  drawnBy: Set<string>
}

/** All parts by their class. */
export type Parts = Map<string, Part>

/** The part of a class, made when it is first named. */
export function partOf(parts: Parts, name: string): Part {
  const part = parts.get(name) ?? { name, states: new Map(), drawnBy: new Set() }
  parts.set(name, part)
  return part
}

/** Notes that a part carries an attribute, and which values it may have; a state is there or not. */
export function addState({ states }: Part, attribute: string, values: readonly string[] = []): void {
  states.set(attribute, new Set([...(states.get(attribute) ?? []), ...values]))
}
