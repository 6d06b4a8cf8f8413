import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { checkWindow, measure, symptom } from '../../policies/contract.ts'

/** 从表格粘贴: the columns of the grid, in their order: 姓名 / 证件号或后四位 / 电话 / 房号 / 日期 / 时间 / 体温 / 症状 / 上门 / 备注. */
export const pasteFields = ['name', 'document', 'phone', 'room', 'day', 'time', 'temperature', 'symptoms', 'visit', 'note'] as const
export type PasteField = (typeof pasteFields)[number]

/** A row of a spreadsheet as somebody wrote it; what the words mean is decided by the rules, so that a bad cell costs no neighbour. */
export const pasteCells = z.partialRecord(z.enum(pasteFields), z.string().max(4000))
export type PasteCells = z.infer<typeof pasteCells>

export const pasteRow = z.object({
  /** Made by the client, once for each row: however often it is sent, the row is recorded once. */
  rowId: id(),
  /** 行号, as it is said back. */
  line: z.number().int().min(1),
  cells: pasteCells,
  /** The person this row was taken for, where that is settled. */
  episodeId: id().optional(),
  /** Somebody looked and decided: keep it all the same (true) or leave it out (false). */
  keep: z.boolean().optional(),
})
export type PasteRow = z.infer<typeof pasteRow>

/** What is wrong with a row: it is not recorded until it is mended. */
export const pasteFaults = [
  'noPerson', 'nobody', 'several', 'nameDiffers', 'signDiffers', 'nameMissing', 'notADegree', 'wordForReading', 'outOfRange', 'noReading', 'symptomUnnamed', 'symptomUnknown',
  'dayWrong', 'timeWrong', 'timeMissing', 'future', 'beforeStart', 'visitUnknown', 'vainWithReading', 'noteTooLong', 'notManaged', 'savedBefore',
] as const
/** What is only said: 发热 / 有症状 / 仪器误差照记 / 第二次读数 / 已经有了 / 不在时段 / 只凭姓名 / 只写了时段. */
export const pasteNotes = ['fever', 'symptoms', 'deviceError', 'second', 'same', 'leftOut', 'outsideWindow', 'byNameOnly', 'windowOnly', 'notFilled'] as const
export const pasteSays = [...pasteFaults, ...pasteNotes] as const
export type PasteFault = (typeof pasteFaults)[number]
export type PasteSays = (typeof pasteSays)[number]

/** A sentence about a row by its code, said at a cell or (null) about the whole row. */
export const said = z.object({ code: z.enum(pasteSays), field: z.enum(pasteFields).nullable(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Said = z.infer<typeof said>

/** What the rules of one order say about a reading. */
export const readingRules = z.object({
  checkWindows: z.array(checkWindow),
  temperature: z.object({ fever: z.number(), inclusive: z.boolean(), deviceMin: z.number(), deviceMax: z.number() }),
})
export type ReadingRules = z.infer<typeof readingRules>

/** Somebody managed, with what a row is recognised by; numbers masked as in every list. */
export const sheetPerson = z.object({
  episodeId: id(), name: z.string(), address: z.string(), roomName: z.string().nullable(), documentMasked: z.string().nullable(), phoneMasked: z.string().nullable(),
  measure, startsOn: day(),
  /** Place of the order's rules in `rules`. */
  rule: z.number().int(),
  /** 这一时段还没测: the window open now has no reading; between the windows, one of today was missed. */
  due: z.boolean(),
  /** Visits of today by the caller's kind of visitor that are still owed. */
  owed: z.array(id()),
  readings: z.array(z.object({ takenAt: instant(), temperature: z.number().nullable(), symptoms: z.array(symptom) })),
})
export type SheetPerson = z.infer<typeof sheetPerson>

export const checkSheet = z.object({
  now: instant(), people: z.array(sheetPerson), rules: z.array(readingRules),
  /** More people are managed here than one sheet holds. */
  more: z.boolean(),
})
export type CheckSheet = z.infer<typeof checkSheet>

const place = { rowId: id(), line: z.number().int() }
export const pasteResult = z.object({
  /** Recorded now. */
  saved: z.array(z.object({ ...place, episodeId: id(), abnormal: z.boolean() })),
  /** There already: the same row sent again, or the same reading from elsewhere; nothing was added. */
  known: z.array(z.object(place)),
  refused: z.array(z.object({ ...place, says: z.array(said) })),
})

/** Why a row of a paste was not taken back: 已转卫生院 / 不是本人记的 / 不是今天记的 / 没有了. */
export const pasteKept = z.enum(['passedOn', 'notYours', 'notTheDay', 'gone'])
export type PasteKept = z.infer<typeof pasteKept>
