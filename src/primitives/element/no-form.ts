/**
 * A value for `form`, so that the field doesn't belong to a form around it: Enter doesn't submit the form, and a reset
 * doesn't clear the field.
 */
export const noForm = ''
