/** The drawing of a checkbox, in an option that is one itself. */
export const CheckboxMark = ({ checked }: { checked: boolean }) => (
  <span className="roster-checkbox" aria-hidden="true" data-checked={checked ? '' : undefined} />
)
