import type { ListedPart, PartGroup } from './listed-parts.ts'

/** The table of one sheet's parts: a row for each class, and below it a row for each of its states. */
export const partTable = ({ name, parts }: PartGroup): string => `### ${name}

| Class or state | What it is | Rendered by |
|---|---|---|
${parts.flatMap(rows).join('\n')}`

const rows = ({ name, description, drawnBy, states }: ListedPart) => [
  row(`\`.${name}\``, description.sentence, [...drawnBy].sort().join(', ')),
  ...[...states]
    .sort()
    .map(([attribute, values]) =>
      row(`&emsp;${state(attribute, values)}`, description.states.get(attribute) ?? '', ''),
    ),
]

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

const state = (attribute: string, values: ReadonlySet<string>) =>
  values.size === 0 ? `\`${attribute}\`` : `\`${attribute}="${[...values].sort(byNumber).join(' · ')}"\``

const byNumber = (a: string, b: string) => Number(a) - Number(b) || (a < b ? -1 : 1)
