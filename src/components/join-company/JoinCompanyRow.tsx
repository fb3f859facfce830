import type { CompanyRef } from '../../contract/session.ts'
import { firstLetter } from '../../primitives/avatar/first-letter.ts'

interface JoinCompanyRowProps {
  company: CompanyRef
  note: string
  /** Whether it isn't the company of the invitation. @default false */
  isOther?: boolean
}

/** A company of the account, or the one that it joins. */
export const JoinCompanyRow = ({ company, note, isOther = false }: JoinCompanyRowProps) => (
  <div className="roster-join-row">
    <span
      className="roster-join-mark"
      data-size="small"
      data-other={isOther ? '' : undefined}
      aria-hidden="true"
      translate="no"
    >
      {firstLetter(company.name)}
    </span>
    <span className="roster-join-row-text">
      <bdi className="roster-join-row-name">{company.name}</bdi>
      <span className="roster-join-row-note">{note}</span>
    </span>
  </div>
)
