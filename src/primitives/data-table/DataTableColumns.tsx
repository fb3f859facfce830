import { memo } from 'react'
import type { RowLayout } from './columns/row-layout.ts'

const Columns = <Row,>({ layout }: { layout: RowLayout<Row> }) => (
  <colgroup>
    {layout.selects && <col className="roster-table-column" data-column="check" />}
    {layout.columns.map(({ id }, index) => (
      <col key={id} className="roster-table-column" data-column={id} width={layout.widths[index]} />
    ))}
    {layout.opens && <col className="roster-table-column" data-column="open" />}
  </colgroup>
)

/** The columns' widths. */
export const DataTableColumns = memo(Columns) as typeof Columns
