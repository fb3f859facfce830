import type { ContractPart } from './styling-contract.ts'

interface PartTableProps {
  parts: readonly ContractPart[]
  /** Told which part is pointed at. */
  onMark?: (name: string | undefined) => void
}

/** Parts with their states and who draws them. */
export const PartTable = ({ parts, onMark }: PartTableProps) => (
  <table className="story-table">
    <thead>
      <tr>
        <th scope="col">Part</th>
        <th scope="col">States</th>
        <th scope="col">Drawn by</th>
      </tr>
    </thead>
    <tbody>
      {parts.map(({ name, states, drawnBy }) => (
        <tr key={name} onPointerEnter={() => onMark?.(name)} onPointerLeave={() => onMark?.(undefined)}>
          <th scope="row">
            <code>.{name}</code>
          </th>
          <td>
            {states.map((state) => (
              <code key={state} className="story-state">
                {state}
              </code>
            ))}
          </td>
          <td>{drawnBy}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
