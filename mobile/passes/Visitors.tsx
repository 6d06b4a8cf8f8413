import type { ReactNode } from 'react'
import { passesApi, type MyPass } from '../../modules/passes/contract.ts'
import { BigButton, Block, Notice } from '../../ui/phone/Screen.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'

type Visitor = MyPass['visitors'][number]

/** Who is announced: those to be answered first, each with what can be done. */
export function Visitors({ mine }: { mine: MyPass }): ReactNode {
  const t = useWords()
  const shown = mine.visitors.filter(({ state }) => state !== 'revoked' && state !== 'expired').toSorted((a, b) => Number(b.mayAnswer && b.state === 'waiting') - Number(a.mayAnswer && a.state === 'waiting'))
  return <Block title={t('passes.my.visitors')}>{shown.length === 0 ? <p className="muted">{t('passes.my.noVisitors')}</p> : shown.map((visitor) => <One key={visitor.passId} visitor={visitor} />)}</Block>
}

function One({ visitor: v }: { visitor: Visitor }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const answer = useCommandOf(passesApi.answerMine)
  const withdraw = useCommandOf(passesApi.withdrawMine)
  const error = answer.error ?? withdraw.error
  const purpose = t(`passes.purposes.${v.purpose}`)
  return (
    <div className="pass-visitor">
      {v.mayAnswer && v.state === 'waiting' ? <p>{t('passes.my.expects', { name: v.name, purpose })}</p> : <p><b>{v.name}</b> {purpose} · {t(`passes.states.${v.state}`)}</p>}
      <p className="muted">{t('passes.page.within', { from: f.when(v.validFrom), until: f.when(v.validUntil) })}</p>
      {v.code ? <details><summary>{t('passes.my.showTo', { name: v.name })}</summary><div className="pass-code small"><img src={`data:image/svg+xml,${encodeURIComponent(v.code.qrSvg)}`} alt={v.number} /><p className="muted">{v.number}</p></div></details> : null}
      {v.mayAnswer ? (
        <div className="pass-answers">
          <BigButton busy={answer.isPending} onPress={() => answer.mutate({ passId: v.passId, yes: true })}>{t('passes.my.yes')}</BigButton>
          {v.state === 'waiting' ? <BigButton kind="second" busy={answer.isPending} onPress={() => answer.mutate({ passId: v.passId, yes: false })}>{t('passes.my.no')}</BigButton> : null}
        </div>
      ) : v.mayWithdraw ? <button type="button" className="plain-button" onClick={() => withdraw.mutate({ passId: v.passId })}>{t('passes.my.withdraw')}</button> : null}
      {error ? <Notice tone="bad">{error.status === 0 ? t('passes.my.notNow') : tError(error)}</Notice> : null}
    </div>
  )
}
