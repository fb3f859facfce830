/** An email as accounts are compared by: compatibility forms unified before anything is judged, case ignored. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
