import { Fragment } from 'react'
import type { ContractPart } from './styling-contract.ts'

interface PartTableProps {
  parts: readonly ContractPart[]
  /** Called with the part under the pointer. */
  onMark?: (name: string | undefined) => void
}

/** Parts with their states, what each means, and which components render it. */
export const PartTable = ({ parts, onMark }: PartTableProps) => (
  <table className="story-table">
    <thead>
      <tr>
        <th scope="col">Class or state</th>
        <th scope="col">What it is</th>
        <th scope="col">Rendered by</th>
      </tr>
    </thead>
    <tbody>
      {parts.map(({ name, sentence, renderedBy, states }) => (
        <Fragment key={name}>
          <tr onPointerEnter={() => onMark?.(name)} onPointerLeave={() => onMark?.(undefined)}>
            <th scope="row">
              <code>.{name}</code>
            </th>
            <td>{plain(sentence)}</td>
            <td>{renderedBy}</td>
          </tr>
          {states.map((state) => (
            <tr key={state.attribute}>
              <td>
                <code className="story-state">{state.attribute}</code>
              </td>
              <td colSpan={2}>{plain(state.sentence)}</td>
            </tr>
          ))}
        </Fragment>
      ))}
    </tbody>
  </table>
)

/** A sentence without its Markdown. */
const plain = (sentence: string) => sentence.replace(/[`*]/g, '')
