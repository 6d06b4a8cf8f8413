/**
 * 表格文件: how the house reads and writes spreadsheets (.xlsx, .csv). No endpoints and no tables of its own; the roster, the
 * accounts and every export stand on it.
 */
export { readHead, type HeadColumn, type SheetHead } from './service/head.ts'
export { openSheet, recogniseFile, type Sheet, type SheetRow, type StoredFile } from './service/sheet.ts'
export { readList, type ListedRow } from './service/list.ts'
export { wholeSheet } from './service/whole.ts'
export { writeTemplate, type TemplateColumn } from './service/template.ts'
export { repacked, type Repacked } from './service/zip.ts'
export { writeXlsx, xlsxType, type SheetLayout } from './service/xlsx-writer.ts'
export { openBook, textsOf, type Book, type BookProblem } from './service/book.ts'
export { filled, markedParts, zipped, type Filling, type Written } from './service/filling.ts'
