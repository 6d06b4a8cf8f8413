import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt } from '../../../kernel/dates.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { PolicyDocument } from '../../policies/contract.ts'
import { recordTimelines } from '../../people/service.ts'
import { policyById } from '../../policies/service.ts'
import { documentsErrors, MOST_AT_ONCE, type BatchKind, type Contents, type documentsApi, type PersonalKind } from '../contract.ts'
import { kinds } from '../data.ts'
import { healthContents, longDay, noticeContents, type Making } from '../rules.ts'
import type { EpisodeFacts, OfficeFacts } from '../rules/facts.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { openPress, pressBook, pressPaper } from './book.ts'
import { fileName, zipOf } from './zip.ts'
import { numbered, type Numbered } from './numbers.ts'
import { contentTypes, templateFor } from './templates.ts'

type Input<K extends keyof typeof documentsApi> = ParsedInputOf<(typeof documentsApi)[K]>

export const todayOf = (ctx: Ctx) => ({ from: instantAt(ctx.today, '00:00'), to: instantAt(addDays(ctx.today, 1), '00:00') })

async function chosen(ctx: Ctx, { episodeIds, all }: Input<'issueDocuments'>): Promise<string[]> {
  const ids = episodeIds ?? (all ? await store.selected(ctx.sql, ctx.actor.scope, all, todayOf(ctx), MOST_AT_ONCE + 1) : [])
  if (ids.length === 0) throw refuse(documentsErrors.nobody)
  if (ids.length > MOST_AT_ONCE) throw refuse(documentsErrors.tooMany, { n: ids.length, most: MOST_AT_ONCE })
  return [...new Set(ids)]
}

/** A release is announced once it has happened; a management that was cancelled never was. */
function refusalOf(kind: PersonalKind, e: EpisodeFacts): 'notReleased' | 'cancelled' | undefined {
  if (e.state === 'cancelled') return 'cancelled'
  return kind === 'releaseNotice' && e.state !== 'released' ? 'notReleased' : undefined
}

/** Makes them all: contents as they are now, numbers where they are notices, kept with who and when. */
export async function issueDocuments(ctx: Ctx, input: Input<'issueDocuments'>) {
  const { kind } = input
  const ids = await chosen(ctx, input)
  const facts = await store.episodeFacts(ctx.sql, ids)
  const refused = [
    ...ids.filter((id) => !facts.some((e) => e.id === id)).map((episodeId) => ({ episodeId, name: null, reason: 'notFound' as const })),
    ...facts.flatMap((e) => { const reason = refusalOf(kind, e); return reason ? [{ episodeId: e.id, name: e.name, reason }] : [] }),
  ]
  const wanted = facts.filter((e) => refusalOf(kind, e) === undefined)
  const makings = await makingsOf(ctx, wanted)
  const notices = kind === 'healthSheet' ? new Map<string, Numbered>() : await numbered(ctx, kind, wanted, makings.offices)
  const contentsOf = kind === 'healthSheet' ? await sheets(ctx, wanted, makings.of) : (e: EpisodeFacts): Contents => {
    const notice = notices.get(e.id)
    return notice ? noticeContents(e, makings.of(e), notice) : {}
  }
  const batchId = ctx.newId()
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertBatch(ctx.sql, { id: batchId, areaPath: staff?.areaPath ?? '/', kind, at: ctx.now, by: staff?.accountId ?? null, name: staff?.name ?? null },
    wanted.map((e) => ({ id: ctx.newId(), areaPath: e.areaPath, noticeId: notices.get(e.id)?.id ?? null, episodeId: e.id, personId: e.personId, contents: contentsOf(e) })))
  await tell(ctx, kind, wanted, notices)
  return { batchId, issued: wanted.length, fresh: [...notices.values()].filter((n) => n.fresh).length, refused }
}

const tell = (ctx: Ctx, kind: PersonalKind, wanted: readonly EpisodeFacts[], notices: ReadonlyMap<string, Numbered>): Promise<void> =>
  recordTimelines(ctx, wanted.flatMap((e) => {
    const notice = notices.get(e.id)
    return notice ? [{ kind: `documents.${kind}${notice.fresh ? '' : 'Again'}`, areaPath: e.areaPath, personId: e.personId, episodeId: e.id, params: { number: notice.number } }] : []
  }))

interface Makings { of: (e: EpisodeFacts) => Making; offices: ReadonlyMap<string, OfficeFacts> }

/** The offices and orders the documents speak of, each read once. */
async function makingsOf(ctx: Ctx, all: readonly EpisodeFacts[]): Promise<Makings> {
  const offices = new Map((await store.offices(ctx.sql, [...new Set(all.map((e) => e.communityId))])).map((office) => [office.id, office]))
  const policies = new Map<string, PolicyDocument>()
  for (const id of new Set(all.map((e) => e.policyId))) policies.set(id, (await policyById(ctx, id)).document)
  const maker = ctx.actor.kind === 'staff' ? ctx.actor.name : ''
  const makerPhone = ctx.actor.kind === 'staff' ? await store.officePhone(ctx.sql, ctx.actor.accountId) : ''
  return {
    offices,
    of(e) {
      const [office, policy] = [offices.get(e.communityId), policies.get(e.policyId)]
      if (!office || !policy) throw new Error('an episode stands without its community or its order')
      return { today: ctx.today, maker, makerPhone, office, policy }
    },
  }
}

async function sheets(ctx: Ctx, wanted: readonly EpisodeFacts[], of: Makings['of']): Promise<(e: EpisodeFacts) => Contents> {
  const ids = wanted.map((e) => e.id)
  const [readings, gaps, tests] = [byEpisode(await store.readings(ctx.sql, ids)), byEpisode(await store.gaps(ctx.sql, ids)), byEpisode(await store.tests(ctx.sql, ids))]
  return (e) => healthContents(e, of(e), { readings: readings.get(e.id) ?? [], gaps: gaps.get(e.id) ?? [], tests: tests.get(e.id) ?? [] })
}

function byEpisode<T extends { episodeId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.episodeId, [...(found.get(row.episodeId) ?? []), row])
  return found
}

/** The press for a batch: the template in force for the office that made it. */
async function pressOf(ctx: Ctx, areaPath: string, kind: BatchKind) {
  const template = await templateFor(ctx, areaPath, kind)
  return openPress(template, kinds[kind].placeholders).catch(() => { throw refuse(documentsErrors.templateUnusable, { kind: zh.kinds[kind] }) })
}

export async function getBatch(ctx: Ctx, { batchId, from, limit }: Input<'getBatch'>) {
  const { areaPath, ...batch } = await store.getBatch(ctx.sql, batchId)
  const press = await pressOf(ctx, areaPath, batch.kind)
  const documents = []
  for (const { contents, areaPath: _path, ...row } of await store.issuesOf(ctx.sql, batchId, from, limit)) {
    documents.push({ ...row, name: typeof contents['姓名'] === 'string' ? contents['姓名'] : '', paper: await pressPaper(press, contents) })
  }
  return { ...batch, documents }
}

async function pileOf(ctx: Ctx, batchId: string) {
  const batch = await store.getBatch(ctx.sql, batchId)
  const issues = await store.issuesOf(ctx.sql, batchId, 0, MOST_AT_ONCE)
  const nameOf = ({ contents }: (typeof issues)[number]) => String(contents['姓名'] ?? '')
  return { batch, issues, nameOf, press: await pressOf(ctx, batch.areaPath, batch.kind), stem: zh.kinds[batch.kind] }
}

/** The rows are read here, the file is made when this transaction has ended: nobody else waits for it. */
export async function downloadBatch(ctx: Ctx, { batchId }: Input<'downloadBatch'>): Promise<FileReply> {
  const { batch, issues: [first, ...rest], nameOf, press, stem } = await pileOf(ctx, batchId)
  const issues = first ? [first, ...rest] : []
  const who = first && rest.length === 0 ? nameOf(first) : `${batch.total}人`
  return { filename: `${stem}-${who}-${longDay(ctx.today)}.docx`, contentType: contentTypes.docx, body: made(() => pressBook(press, issues.map((issue) => issue.contents))) }
}

/** 每人一份: made one after the other while the file is on its way; the first tells how large it will become. */
export async function downloadEach(ctx: Ctx, { batchId }: Input<'downloadEach'>): Promise<FileReply> {
  const { batch, issues, nameOf, press, stem } = await pileOf(ctx, batchId)
  const digits = String(issues.length).length
  const files = issues.map((issue, i) => ({
    name: `${String(i + 1).padStart(digits, '0')}-${fileName(nameOf(issue))}-${stem}.docx`, make: () => pressBook(press, [issue.contents]),
  }))
  const sample = (await files[0]?.make())?.length ?? 0
  return { filename: `${stem}-${batch.total}人-${longDay(ctx.today)}.zip`, contentType: contentTypes.zip, expectedBytes: (sample + ZIP_ENTRY_BYTES) * files.length, body: zipOf(files) }
}
/** What a .zip adds to a file: its heading and its line in the index, with a name of some twenty characters. */
const ZIP_ENTRY_BYTES = 220

async function* made(work: () => Promise<Buffer>): AsyncIterable<Uint8Array> {
  yield await work()
}
