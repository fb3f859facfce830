import type { Part, Parts } from './parts.ts'
import { type Description, readDescriptions } from './read-descriptions.ts'

/** A part of the styling contract. */
export interface ListedPart extends Part {
  description: Description
}

/** The parts that one sheet documents. */
export interface PartGroup {
  /** The sheet's name: `data-table`. */
  name: string
  parts: ListedPart[]
}

/** The styling contract: the parts that have a sentence in their sheet, in the order of the sheets. */
export function listedParts(sheets: ReadonlyMap<string, string>, parts: Parts): PartGroup[] {
  return [...sheets].flatMap(([path, css]) => {
    const listed = [...readDescriptions(css)].map(([name, description]) => {
      const part = parts.get(name) ?? { name, states: new Map(), drawnBy: new Set() }
      return { ...part, description }
    })
    return listed.length > 0 ? [{ name: path.replace(/^.*\/|\.css$/g, ''), parts: listed }] : []
  })
}
