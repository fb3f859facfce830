/** The form of every id. `.` and `..` are invalid, since URLs resolve them as path segments. */
export const idPattern = /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,128}$/

/** Whether a text can be an id at all. */
export const isId = (text: string): boolean => idPattern.test(text)
