/** A company's logo: its first letter on its colour. */
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
