/** An age of activity that no session reaches, in milliseconds. */
export const longestAge = 30 * 86_400_000
