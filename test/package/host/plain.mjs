import { createHttpApi } from '@aicx/roster/client'
import { userSchema } from '@aicx/roster/contract'
import { useUsers } from '@aicx/roster/headless'

const { issues } = await userSchema['~standard'].validate({})
const kinds = [typeof createHttpApi, typeof useUsers, issues?.length > 0]
console.log(process.versions.node, JSON.stringify(kinds))
