import { fillWords } from '../../../kernel/words.ts'
import { fieldHeadings, type RosterField } from '../rules/fields.ts'
import { zh } from '../words.zh.ts'

const sentences: Record<string, string> = zh.issues

/** The reason of an issue as it stands in the error file, which is in Chinese like the form it belongs to. */
export const sentenceOf = (issue: { code: string; field: string | null; params: Record<string, unknown> }): string =>
  fillWords(sentences[issue.code] ?? issue.code, {
    field: fieldHeadings[issue.field as RosterField] ?? '', ...issue.params,
    ...(issue.params.sex === undefined ? {} : { sex: issue.params.sex === '1' ? '男' : '女' }),
  })
