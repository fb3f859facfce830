import text from '../../docs/styling.md?raw'

/** A part of the styling contract. */
export interface ContractPart {
  name: string
  sentence: string
  renderedBy: string
  states: ContractState[]
}

/** An attribute of a part, as `data-size="narrow · wide"`, or its name alone when it is either set or not. */
interface ContractState {
  attribute: string
  sentence: string
}

const row =
  /^\| (?:`\.(?<name>roster-[\w-]+)`|&emsp;`(?<attribute>[^`]+)`) \| (?<sentence>.*?) \| (?<renderedBy>.*?) \|$/gm

/** The parts in `docs/styling.md`, which is generated from the source. */
export const contractParts: readonly ContractPart[] = [...text.matchAll(row)].reduce<ContractPart[]>(
  (parts, { groups = {} }) => {
    const { name, attribute, sentence = '', renderedBy = '' } = groups
    if (name) parts.push({ name, sentence, renderedBy, states: [] })
    else if (attribute) parts.at(-1)?.states.push({ attribute, sentence })
    return parts
  },
  [],
)
