/** A turning ring that shows an action is running; the text beside it says which. */
export const Spinner = () => <span className="roster-spinner" aria-hidden="true" />
