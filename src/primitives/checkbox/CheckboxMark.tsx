/** The drawing of a checkbox, for an option that can be checked. */
export const CheckboxMark = ({ checked }: { checked: boolean }) => (
  <span className="roster-checkbox" aria-hidden="true" data-checked={checked ? '' : undefined} />
)
