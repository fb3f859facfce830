/** A company's sign: its first letter, on the company's colour. */
export function Mark({ company, large = false }: { company: { id: string; name: string }; large?: boolean }) {
  return (
    <span
      className="mark"
      data-company={company.id}
      data-large={large || undefined}
      aria-hidden="true"
      translate="no"
    >
      {company.name.charAt(0)}
    </span>
  )
}
