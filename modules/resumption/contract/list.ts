import * as z from 'zod'
import { id } from '../../../kernel/fields.ts'

/** 企业和商户名单: the columns of our template, in their order. */
export const listColumns = ['name', 'kind', 'creditCode', 'trade', 'place', 'address', 'contactName', 'phone', 'staff', 'toReturn', 'fromHighRisk', 'resumed', 'reason'] as const
export type ListColumn = (typeof listColumns)[number]

/** Why a row was left out. */
export const listFault = z.enum(['nameMissing', 'kindMissing', 'codeMissing', 'codeWrong', 'phoneWrong', 'numberWrong', 'resumedWrong', 'tooLong', 'placeUnknown', 'placeSeveral', 'twice'])
export type ListFault = z.infer<typeof listFault>

/** A row as the file has it: its number there, counted from one, and the name. */
const aRow = z.object({ rowNo: z.number().int(), name: z.string() })
export const businessList = z.object({
  businessIds: z.array(id()),
  /** In the register already: a list sent once more adds nothing. */
  already: z.array(aRow),
  wrong: z.array(aRow.extend({ fault: listFault })),
})
export type BusinessList = z.infer<typeof businessList>
