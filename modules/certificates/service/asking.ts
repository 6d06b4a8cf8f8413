import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { terms } from '../../documents/rules.ts'
import { officeOf } from '../../documents/service.ts'
import { personBrief, recordTimeline } from '../../people/service.ts'
import { certificatesErrors as errors, type CertificateCard, type certificatesApi, type ItemInForce } from '../contract.ts'
import { outsideItem } from '../data.ts'
import { asksFor, notIssuedBy, writeText } from '../rules.ts'
import * as store from '../store.ts'
import { issueNow } from './deciding.ts'
import { itemsAt } from './lists.ts'
import { cardOf, headOf, whoOf } from './reading.ts'

type Input<K extends keyof typeof certificatesApi> = ParsedInputOf<(typeof certificatesApi)[K]>
type Told = Pick<Input<'draftCertificate'>, 'code' | 'personId' | 'purpose' | 'note'>

/** 黑名单自动拦截: what is on the list of what is not issued stops here, whoever asks how. */
async function itemFor(ctx: Ctx, code: string): Promise<ItemInForce> {
  const not = notIssuedBy(code)
  if (not) throw refuse(errors.notOurs, { name: not.name, office: not.office, basis: not.basis })
  const item = (await itemsAt(ctx, whoOf(ctx).areaPath)).find((one) => one.code === code && !one.stopped)
  if (!item) throw refuse(errors.notListed)
  return item
}

/** The item, the person and the office, and the words made of them. */
async function written(ctx: Ctx, { code, personId, purpose, note }: Told) {
  const item = await itemFor(ctx, code)
  const person = await personBrief(ctx, personId)
  const facts = await store.personFacts(ctx.sql, personId)
  if (facts.state !== 'present') throw refuse(errors.movedOut, { name: person.name })
  const office = await officeOf(ctx, facts.communityId)
  if (!office) throw refuse(frameErrors.notFound)
  const kind = facts.documentKind as keyof typeof terms.documentKinds
  const text = writeText(item.template, {
    ...person, birthOn: facts.birthOn, documentWord: terms.documentKinds[kind] ?? '', registeredAddress: facts.registeredAddress, officeName: office.name, fullName: office.fullName, today: ctx.today, purpose, note,
  })
  return { item, person, facts, office, ...text }
}

export async function draftCertificate(ctx: Ctx, input: Input<'draftCertificate'>) {
  const { item, text, lacking, office } = await written(ctx, input)
  return { text, lacking, officeName: office.name, headName: (await headOf(ctx, item.approval, office.areaPath))?.name ?? null }
}

export async function askForCertificate(ctx: Ctx, input: Input<'askForCertificate'>): Promise<CertificateCard> {
  const { item, person, facts, office, text, lacking } = await written(ctx, input)
  if (lacking.length > 0) throw refuse(errors.lacking, { name: person.name, lacking: lacking.join('、') })
  if (input.text !== undefined && input.text !== text && !item.editable) throw refuse(errors.textFixed)
  const { accountId: by, name } = whoOf(ctx)
  const id = ctx.newId()
  const withNumber = asksFor(item.template, '证件号码')
  await store.insert(ctx.sql, {
    id, officeId: office.id, areaPath: facts.areaPath, code: item.code, title: item.name, basis: item.basis, state: 'waiting', personId: person.id, body: input.text ?? text, purpose: input.purpose || item.use,
    documentMasked: withNumber ? person.documentMasked : null, documentSealed: withNumber ? facts.documentSealed : null,
    copies: input.copies, seal: item.seal, approval: item.approval, validDays: item.validDays, said: null, officeTo: null, bring: null, at: ctx.now, by, name,
  })
  if (item.approval === 'none') await issueNow(ctx, id)
  else await recordTimeline(ctx, { kind: 'certificates.asked', areaPath: facts.areaPath, personId: person.id, params: { title: item.name } })
  return cardOf(ctx, id)
}

/** 告知去处: counted for the community whose window it is; nobody's name is asked for. */
export async function referElsewhere(ctx: Ctx, { code, said }: Input<'referElsewhere'>): Promise<CertificateCard> {
  const not = code === outsideItem.code ? outsideItem : notIssuedBy(code)
  if (!not) throw refuse(errors.notListed)
  const { accountId: by, name, areaId, areaPath } = whoOf(ctx)
  const id = ctx.newId()
  await store.insert(ctx.sql, {
    id, officeId: areaId, areaPath, code: not.code, title: not.name, basis: not.basis, state: 'referred', personId: null, body: not.says, purpose: null, documentMasked: null, documentSealed: null, copies: null, seal: null, approval: null, validDays: null,
    said: said || null, officeTo: not.office, bring: not.bring, at: ctx.now, by, name,
  })
  return cardOf(ctx, id)
}
