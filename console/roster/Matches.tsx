import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { allows } from '../../kernel/states.ts'
import { rosterApi, type ImportBatch, type ImportMatch } from '../../modules/roster/contract.ts'
import { importActions } from '../../modules/roster/rules/states.ts'
import { StateTag } from '../../ui/card.tsx'
import { number } from '../../ui/format.ts'
import { useCommandOf, useListOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Side } from './Side.tsx'

type Answer = NonNullable<ImportMatch['answer']>
const answers: readonly Answer[] = ['same', 'different', 'skip']

/** All look-alikes in one table, side by side; answered one by one or many at once, never by a pop-up each. */
export function Matches({ batch }: { batch: ImportBatch }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const list = useListOf(rosterApi.listImportMatches, { batchId: batch.id, limit: 100 })
  const [selected, setSelected] = useState<string[]>([])
  const send = useCommandOf(rosterApi.answerImportMatches, { touches: ['roster', 'people'], onDone: () => setSelected([]) })
  const open = allows(importActions, batch.state, 'answer')
  const mayAnswer = (match: ImportMatch) => open && (batch.state === 'checked' || match.answer === null)
  const give = (matches: ImportMatch[], answer: Answer) =>
    send.mutate({ batchId: batch.id, answers: matches.map((m) => ({ matchId: m.id, answer })) })
  if (!list.loading && list.items.length === 0) return <div className="list-table empty"><b>{t('roster.page.noQuestions')}</b><span>{t('roster.page.noQuestionsHint')}</span></div>
  const rows = list.items.filter((m) => selected.includes(m.id))
  return (
    <div className="stack">
      <p className="muted">{t('roster.page.questionsHint')}</p>
      {send.error ? <p className="why bad" role="alert">{tError(send.error)}</p> : null}
      <div className="list-table">
        <Table<ImportMatch>
          dataSource={list.items} rowKey="id" pagination={false} loading={list.loading}
          {...(open ? { rowSelection: { selectedRowKeys: selected, onChange: (keys) => setSelected(keys.map(String)), getCheckboxProps: (m) => ({ disabled: !mayAnswer(m), 'aria-label': t('ui.list.select') } as never), columnWidth: 40 } } : {})}
          columns={[
            { title: t('roster.page.row'), dataIndex: 'rowNo', width: 110, align: 'right', render: (n: number) => <b className="nowrap">{t('roster.page.rowNo', { n })}</b> },
            { title: t('roster.page.likeness'), dataIndex: 'score', width: 150, render: (_, m) => <><b>{m.score}</b> <span className="muted">{m.reasons.map((r) => t(`roster.reasons.${r}`)).join(t('roster.page.comma'))}</span></> },
            { title: t('roster.page.inFile'), dataIndex: 'incoming', render: (_, m) => <Side of={m.incoming} against={m.known} /> },
            { title: t('roster.page.inRegister'), dataIndex: 'known', render: (_, m) => <Side of={m.known} against={m.incoming} /> },
            { title: t('roster.page.answer'), dataIndex: 'answer', width: 170, render: (_, m) => <Answers match={m} may={mayAnswer(m)} busy={send.isPending} onAnswer={(answer) => give([m], answer)} /> },
          ]}
        />
      </div>
      {list.hasMore ? <div><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
      {rows.length > 0 ? (
        <div className="selection-bar" role="region" aria-label={t('ui.list.selected', { n: rows.length })}>
          <b>{t('ui.list.selected', { n: number(rows.length) })}</b>
          {answers.filter((answer) => rows.every((m) => m.allowed.includes(answer))).map((answer) => (
            <Button key={answer} loading={send.isPending} onClick={() => give(rows, answer)}>{t(`roster.answers.${answer}`)}</Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function Answers({ match, may, busy, onAnswer }: { match: ImportMatch; may: boolean; busy: boolean; onAnswer: (answer: Answer) => void }): ReactNode {
  const t = useWords()
  if (!may) return <StateTag tone={match.answer === null ? 'soon' : 'good'}>{t(match.answer === null ? 'roster.page.unanswered' : `roster.answers.${match.answer}`)}</StateTag>
  return (
    <div className="answers">
      {answers.filter((answer) => match.allowed.includes(answer)).map((answer) => (
        <Button key={answer} size="small" block disabled={busy} type={match.answer === answer ? 'primary' : 'default'} aria-pressed={match.answer === answer} onClick={() => onAnswer(answer)}>
          {t(`roster.answers.${answer}`)}
        </Button>
      ))}
    </div>
  )
}
