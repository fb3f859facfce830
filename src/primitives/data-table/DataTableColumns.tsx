import type { RowLayout } from './columns/row-layout.ts'

/** The columns' widths. */
export function DataTableColumns<Row>({ layout }: { layout: RowLayout<Row> }) {
  return (
    <colgroup>
      {layout.selects && <col className="roster-table-column" data-column="check" />}
      {layout.columns.map(({ id }, index) => (
        <col key={id} className="roster-table-column" data-column={id} width={layout.widths[index]} />
      ))}
      {layout.opens && <col className="roster-table-column" data-column="open" />}
    </colgroup>
  )
}
