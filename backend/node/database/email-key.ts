/** An email in the form that accounts are compared by: compatibility forms unified (NFKC), trimmed, in lower case. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
