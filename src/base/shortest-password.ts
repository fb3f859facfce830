/** The characters that the password of a new account has at least. */
export const shortestPassword = 10
