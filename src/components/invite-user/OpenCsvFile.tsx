import { useId } from 'react'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Field } from '../../primitives/field/Field.tsx'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { Radio } from '../../primitives/radio-group/Radio.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { InviteNote } from './InviteNote.tsx'
import type { InviteFile } from './invite-draft-group.ts'
import { LeftOutLines } from './LeftOutLines.tsx'
import { useRoom } from './useRoom.ts'

interface OpenCsvFileProps {
  open: InviteFile
  /** How many addresses are in the field. */
  addressCount: number
  onChooseColumn: (column: number) => void
  onRemove: () => void
}

/** So many columns are offered; a file with more has its addresses among the first ones, or isn't a list of people. */
const mostColumns = 12

/** The opened file: what it is, which column has the addresses, and which lines have none. */
export function OpenCsvFile({ open, addressCount, onChooseColumn, onRemove }: OpenCsvFileProps) {
  const t = useMessages(inviteUserMessages).file
  const { number } = useFormats()
  const id = useId()
  const room = useRoom(addressCount)
  const { file, column, rowsRead, named, further = [], tooMany } = open
  const { columns, hasHeader } = file
  const count = file.rows.length
  const delimiter = t.delimiters[delimiterName(file.delimiter)]
  const summary = { count, delimiter, encoding: file.encoding }
  const samples = Math.max(...columns.map((one) => one.samples.length))
  const offered = columns.filter(({ index }) => index < mostColumns || index === column)
  return (
    <section className="roster-csv" aria-label={file.name}>
      <div className="roster-csv-file">
        <span className="roster-csv-icon">
          <Icon name="file" />
        </span>
        <span className="roster-csv-text">
          <bdi className="roster-csv-name">{file.name}</bdi>
          <span className="roster-csv-summary">
            {hasHeader ? t.summaryUnderHeader(summary) : t.summary(summary)}
          </span>
        </span>
        <Button variant="link" onClick={onRemove}>
          {t.remove}
        </Button>
      </div>
      {columns.length > 1 && (
        <Field
          label={t.column}
          labelId={`${id}-label`}
          noteId={`${id}-note`}
          labelEnd={t.first({ count, shown: number(samples) })}
        >
          <div role="radiogroup" className="roster-csv-cards" aria-labelledby={`${id}-label`}>
            {offered.map(({ index, name, samples }) => (
              <label
                key={index}
                htmlFor={`${id}-${index}`}
                className="roster-csv-card"
                data-chosen={index === column ? '' : undefined}
              >
                <span className="roster-csv-card-head">
                  <bdi id={`${id}-${index}-name`} className="roster-csv-card-name">
                    {name?.trim() || t.columnName({ number: number(index + 1) })}
                  </bdi>
                  <Radio
                    id={`${id}-${index}`}
                    aria-labelledby={`${id}-${index}-name`}
                    name={`${id}-column`}
                    value={String(index)}
                    checked={index === column}
                    onChoose={() => onChooseColumn(index)}
                  />
                </span>
                <bdi className="roster-csv-samples">{samples.join('\n')}</bdi>
              </label>
            ))}
          </div>
        </Field>
      )}
      {tooMany === undefined ? (
        <div className="roster-csv-result" role="status">
          <Icon name={rowsRead > 0 ? 'check' : 'alert'} size="small" />
          <span>
            {named.length > 0
              ? t.readSome({ count: rowsRead, left: number(named.length) })
              : t.read({ count: rowsRead })}
          </span>
        </div>
      ) : (
        <InviteNote tone="failed" icon="alert">
          <span>{t.tooMany({ count: tooMany, ...room })}</span>
        </InviteNote>
      )}
      {named.length > 0 && tooMany === undefined && (
        <>
          <LeftOutLines lines={named} />
          <p className="roster-csv-note">{t.correct}</p>
        </>
      )}
      {further.length > 0 && tooMany === undefined && (
        <>
          <p className="roster-csv-note">{t.further({ count: further.length })}</p>
          <LeftOutLines lines={further} />
        </>
      )}
    </section>
  )
}

function delimiterName(delimiter: string) {
  const names = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
  return Object.hasOwn(names, delimiter) ? names[delimiter as keyof typeof names] : 'sign'
}
