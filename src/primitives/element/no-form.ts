/** For `form`: the field belongs to no form of the host's, so that Enter submits none and a reset leaves it alone. */
export const noForm = ''
