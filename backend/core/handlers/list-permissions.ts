import type { Handler } from '../http/call.ts'

export const listPermissions: Handler<'listPermissions'> = async (_call, { permissions }) => ({
  permissions: [...permissions],
})
