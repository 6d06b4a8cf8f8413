import * as z from 'zod'
import { id } from '../../../kernel/fields.ts'

/** 外出名单: the columns of our template, in their order. */
export const listColumns = ['name', 'documentNo', 'phone', 'destination', 'employer', 'temperature', 'emergencyName', 'emergencyPhone'] as const
export type ListColumn = (typeof listColumns)[number]

/** Why a row of a list was left out. */
export const listFault = z.enum(['nameMissing', 'numberMissing', 'documentWrong', 'temperatureWrong', 'tooLong', 'destinationMissing', 'destinationUnclear', 'notFound', 'otherName', 'severalPeople', 'twice', 'notPresent'])
export type ListFault = z.infer<typeof listFault>

/** A row as the file has it: its number there, counted from one, and the name. */
const aRow = z.object({ rowNo: z.number().int(), name: z.string() })
export const exitList = z.object({
  exitIds: z.array(id()),
  /** Whose request for the same reason is open: a list sent once more adds nothing. */
  already: z.array(aRow),
  wrong: z.array(aRow.extend({ fault: listFault })),
})
export type ExitList = z.infer<typeof exitList>
