import text from '../../docs/styling.md?raw'

/** A row of the styling contract. */
export interface ContractPart {
  name: string
  drawnBy: string
  /** Attributes, as `data-size="narrow · wide"`, or the name alone of one that is there or not. */
  states: string[]
}

/** The parts in `docs/styling.md`, which is generated from the source. */
export const contractParts: readonly ContractPart[] = [
  ...text.matchAll(/^\| `\.(roster-[\w-]+)` \| (.*?) \| (.*?) \|$/gm),
].map(([, name = '', drawnBy = '', states = '']) => ({
  name,
  drawnBy,
  states: [...states.matchAll(/`([^`]+)`/g)].map(([, state = '']) => state),
}))
