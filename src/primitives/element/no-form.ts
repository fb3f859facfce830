/** For `form`: the field doesn't belong to a form around it, so that Enter submits none and a reset leaves it alone. */
export const noForm = ''
