import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { certificatesApi, type CertificateCard, type ItemShown, type NotIssuedShown } from '../../modules/certificates/contract.ts'
import { outsideItem } from '../../modules/certificates/data.ts'
import { findItems } from '../../modules/certificates/rules.ts'
import { peopleApi } from '../../modules/people/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { volunteersApi } from '../../modules/volunteers/contract.ts'
import { Card, CardHead, StateTag, Why } from '../../ui/card.tsx'
import { Loaded, Skeleton } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { IssueForm, type Begun } from './IssueForm.tsx'
import { ReferPanel } from './ReferPanel.tsx'
import { StateOf } from './StateOf.tsx'
import './certificates.css'

type Found = { kind: 'may'; item: ItemShown } | { kind: 'not'; item: NotIssuedShown }
interface Lists { issued: ItemShown[]; notIssued: NotIssuedShown[]; frequent: string[] }
/** So many besides the likeliest. */
const OTHERS = 4

/** 有人来开证明: what they say, and at once whether it is the community's; if so it is written, if not they are told where to go. From a matter, for whoever asked there, and back. */
export default function AskPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const lists = useQueryOf(certificatesApi.certificateLists, {}, { staleTime: 60_000 })
  return (
    <Page title={t('certificates.desk.title')} sub={t('certificates.desk.sub')} actions={<>{at['matter'] ? <BackToMatter matterId={at['matter']} /> : null}<Link to={'/certificates' as never}><Button>{t('certificates.desk.list')}</Button></Link></>}>
      <Loaded of={lists}>{(found) => <Desk lists={found} />}</Loaded>
    </Page>
  )
}

const BackToMatter = ({ matterId, size }: { matterId: string; size?: 'large' }): ReactNode => <Link to={'/matters' as never} search={{ tab: 'all', open: matterId } as never}><Button {...(size ? { size } : {})}>{useWords()('certificates.desk.toMatter')}</Button></Link>

/** Begun elsewhere: at a matter, for whoever asked there; at a volunteer’s card (志愿服务记录证明), with what the records say, so that nobody types hours. */
function useBegun({ person, volunteer: volunteerId }: Record<string, string | undefined>): Begun | 'loading' | undefined {
  const volunteer = useQueryOf(volunteersApi.getVolunteer, { volunteerId: volunteerId ?? '' }, { enabled: volunteerId !== undefined })
  const personId = person ?? volunteer.data?.personId ?? undefined
  const found = useQueryOf(peopleApi.personCard, { personId: personId ?? '' }, { enabled: personId !== undefined })
  if (volunteer.isLoading || found.isLoading) return 'loading'
  return found.data ? { person: found.data, note: volunteer.data?.certificate ?? '' } : undefined
}

function Desk({ lists }: { lists: Lists }): ReactNode {
  const t = useWords()
  const [said, setSaid] = useState('')
  const [at, go] = useAddress()
  const [chosen, setChosen] = useState(at['code'])
  const begun = useBegun(at)
  const matterId = at['matter']
  const [made, setMade] = useState<CertificateCard>()
  const all: Found[] = [...lists.issued.map((item): Found => ({ kind: 'may', item })), ...lists.notIssued.map((item): Found => ({ kind: 'not', item }))]
  const found = findItems(all.map((one) => ({ ...one, ...one.item })), said)
  const [first, ...rest] = found.slice(0, OTHERS + 1)
  const on = all.find(({ item }) => item.code === (chosen ?? first?.code))
  const clear = () => { setSaid(''); setChosen(undefined); setMade(undefined); go({ code: undefined, volunteer: undefined, person: undefined }) }
  if (made) return <Made c={made} matterId={matterId} onAnother={clear} />
  const pick = (code: string) => setChosen(code)
  const others = [first, ...rest].filter((one) => one !== undefined && one.code !== on?.item.code)
  return (
    <div className="certificate-desk">
      <section className="paper">
        <label className="field"><span className="label">{t('certificates.desk.said')}</span>
          <Input size="large" autoFocus allowClear maxLength={60} value={said} placeholder={t('certificates.desk.saidHint')} onChange={(event) => { setSaid(event.target.value); setChosen(undefined) }} onPressEnter={() => setChosen(first?.code)} /></label>
        {said.trim() === '' ? <Buttons title={t('certificates.desk.frequent')} all={lists.frequent.flatMap((code) => all.filter(({ item }) => item.code === code))} on={chosen} onPick={pick} /> : null}
        {said.trim() !== '' && others.length > 0 ? <Buttons title={t('certificates.desk.several')} all={others.flatMap((one) => all.filter(({ item }) => item.code === one?.code))} on={chosen} onPick={pick} /> : null}
      </section>
      {on?.kind === 'not' ? <ReferPanel key={on.item.code} item={on.item} said={said.trim()} onDone={clear} /> : null}
      {/* The form takes the cursor: only once somebody has said that it is this one. */}
      {on?.kind === 'may' ? (chosen ? begun === 'loading' ? <Skeleton rows={6} /> : <IssueForm key={on.item.code} item={on.item} begun={on.item.code === (at['code'] ?? on.item.code) ? begun : undefined} onMade={setMade} /> : <Likely item={on.item} onTake={() => setChosen(on.item.code)} />) : null}
      {!on && said.trim().length >= 2 ? <ReferPanel item={outsideItem} said={said.trim()} outside onDone={clear} /> : null}
    </div>
  )
}

function Buttons({ title, all, on, onPick }: { title: string; all: readonly Found[]; on: string | undefined; onPick: (code: string) => void }): ReactNode {
  const t = useWords()
  return (
    <div className="certificate-picks" role="group" aria-label={title}><span className="dim small">{title}</span>
      {all.map(({ kind, item }) => <button key={item.code} type="button" className="choice" aria-pressed={item.code === on} onClick={() => onPick(item.code)}>{item.name}<small>{t(kind === 'may' ? 'certificates.desk.may' : 'certificates.desk.mayNot')}</small></button>)}
    </div>
  )
}

function Likely({ item, onTake }: { item: ItemShown; onTake: () => void }): ReactNode {
  const t = useWords()
  return (
    <section className="paper certificate-answer" aria-label={item.name}>
      <header className="row"><h2 className="grow">{item.name}</h2><StateTag tone={item.stopped ? 'off' : 'good'}>{t(item.stopped ? 'certificates.desk.stopped' : 'certificates.desk.may')}</StateTag></header>
      <Why>{item.use}</Why>
      {item.stopped ? null : <div className="row"><Button type="primary" size="large" onClick={onTake}>{t('certificates.desk.take')}</Button></div>}
    </section>
  )
}

function Made({ c, matterId, onAnother }: { c: CertificateCard; matterId: string | undefined; onAnother: () => void }): ReactNode {
  const t = useWords()
  const issued = c.state === 'issued'
  return (
    <Card>
      <CardHead name={c.title} {...(c.number ? { beside: c.number } : {})} under={[c.name, c.address].filter(Boolean).join(' · ')} state={<StateOf state={c.state} />} />
      <Why>{issued ? t('certificates.card.issuedWhy') : t(`certificates.card.waits.${c.approval ?? 'none'}`, { head: c.headName ?? '' })}</Why>
      <p className="certificate-text">{c.body}</p>
      <div className="row">
        {issued ? <Link to={'/certificates/print' as never} search={{ of: c.certificateId } as never}><Button type="primary" size="large">{t('certificates.act.print')}</Button></Link> : null}
        <Button size="large" {...(issued ? {} : { type: 'primary' as const })} autoFocus onClick={onAnother}>{t('certificates.desk.another')}</Button>
        {matterId ? <BackToMatter matterId={matterId} size="large" /> : null}
        <Link to={'/certificates' as never} search={{ open: c.certificateId } as never}><Button size="large">{t('certificates.desk.open')}</Button></Link>
      </div>
    </Card>
  )
}
