import type { Handler } from '../http/call.ts'

export const listCompanies: Handler<'listCompanies'> = async ({ identified }, { store }) => {
  const { id, email, name } = identified.account
  return { account: { email, name }, companies: await store.companiesOf(id) }
}
