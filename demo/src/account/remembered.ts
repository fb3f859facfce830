import { type CompanyList, companyListSchema } from '@aicx/roster/contract'

const key = 'demo:account'

/** Keeps who is signed in for the next load of the page, which can then show its frame before the server responds. */
export function remember(list: CompanyList): void {
  try {
    localStorage.setItem(key, JSON.stringify(list))
  } catch {
    // Without storage, the next load waits.
  }
}

/** Removes what was kept, when nobody is signed in. */
export function forget(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Without storage, nothing was kept.
  }
}

/** Who was signed in when the page was last open. */
export function remembered(): CompanyList | undefined {
  try {
    const read = companyListSchema['~standard'].validate(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return read instanceof Promise || read.issues ? undefined : read.value
  } catch {
    return undefined
  }
}
