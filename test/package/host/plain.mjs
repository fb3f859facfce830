import { UsersSettings } from '@aicx/roster'
import { createHttpApi } from '@aicx/roster/client'
import { userSchema } from '@aicx/roster/contract'
import { useUsers } from '@aicx/roster/headless'

const { issues } = await userSchema['~standard'].validate({})
console.log(JSON.stringify([typeof UsersSettings, typeof createHttpApi, typeof useUsers, issues?.length > 0]))
