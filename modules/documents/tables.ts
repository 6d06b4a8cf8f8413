import type { Tables } from '../../kernel/tables.ts'

export const documentsTables = {
  document_template: { about: '文书模板: an office’s own template, all versions', scope: 'area' },
  notice_counter: { about: '文书编号: the last number given by office, kind and year', scope: 'area' },
  notice: { about: '告知书、解除通知书: a numbered notice', scope: 'area', sealed: ['code_sealed'] },
  document_batch: { about: '一批文书: what was made at once, by whom', scope: 'area' },
  document_issue: { about: '文书: one document as it was made', scope: 'area' },
  declared_figure: { about: '填报指标: a figure an office declares while no register derives it', scope: 'area' },
  work_report: { about: '工作汇报: a work report as it was issued', scope: 'area' },
} satisfies Tables
