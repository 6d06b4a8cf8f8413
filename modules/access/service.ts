import type { Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import type { accessApi } from './contract.ts'
import { accountAccess } from './service/account.ts'
import { exportAccess } from './service/export.ts'
import { accessToPerson, listAccess } from './service/list.ts'
import { accessWarnings } from './service/warnings.ts'

export const accessService: Service<typeof accessApi, Ctx> = { accountAccess, listAccess, exportAccess, accessToPerson, accessWarnings }
