/** A turning ring that shows that an action is running. The text beside it says which one. */
export const Spinner = () => <span className="roster-spinner" aria-hidden="true" />
