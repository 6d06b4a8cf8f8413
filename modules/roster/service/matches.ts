import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toPage, type Page } from '../../../kernel/page.ts'
import { knownPeople, type KnownPerson } from '../../people/service/roster.ts'
import { rosterErrors, type ImportBatch, type ImportMatch } from '../contract.ts'
import { addCounts, getBatch } from '../store/batches.ts'
import { answerMatches, listMatches, markApplied, matchesById } from '../store/findings.ts'
import { noCounts, type BatchRow, type Counts, type MatchRow } from '../tables.ts'
import { batchFor } from './commands.ts'
import { openIncoming } from './incoming.ts'
import { addPeople, changePeople, settleDoors } from './register.ts'
import { viewOf } from './view.ts'

type Answer = NonNullable<MatchRow['answer']>

/** Two people with one identity number cannot stand in one community: such a row is the same person or stays out. */
const answersFor = (match: Pick<MatchRow, 'reasons'>): Answer[] =>
  match.reasons.includes('sameDocument') || match.reasons.includes('samePersonId') ? ['same', 'skip'] : ['same', 'different', 'skip']

export async function listImportMatches(
  ctx: Ctx, input: { batchId: string; after?: string | undefined; limit: number; open: boolean },
): Promise<Page<ImportMatch>> {
  const batch = await getBatch(ctx.sql, input.batchId)
  const after = readKey(input.after, 1)?.[0]
  const rows = await listMatches(ctx.sql, batch.id, { open: input.open, after: typeof after === 'number' ? after : undefined, limit: input.limit })
  const page = toPage(rows, input.limit, (row) => [row.rowNo])
  const known = new Map((await knownPeople(ctx, page.items.map((m) => m.personId))).map((p) => [p.id, p]))
  return {
    next: page.next,
    items: page.items.map((match): ImportMatch => ({
      id: match.id, rowNo: match.rowNo, personId: match.personId, score: match.score, reasons: match.reasons as ImportMatch['reasons'],
      incoming: match.incoming as unknown as ImportMatch['incoming'], known: sideOf(known.get(match.personId)), answer: match.answer, allowed: answersFor(match),
    })),
  }
}

const sideOf = (person: (KnownPerson & { areaName: string }) | undefined): ImportMatch['known'] => ({
  name: person?.name ?? '', sex: person?.sex ?? null, birthOn: person?.birthOn ?? null, documentKind: person?.documentKind ?? null,
  documentMasked: person?.documentMasked ?? null, phoneMasked: person?.phoneMasked ?? null, relation: person?.relation ?? null,
  address: person ? `${person.areaName}${person.address ?? ''}` : null,
})

/** Before the import an answer is noted; after it, it is carried out at once. */
export async function answerImportMatches(
  ctx: Ctx, input: { batchId: string; answers: { matchId: string; answer: Answer }[] },
): Promise<ImportBatch> {
  const batch = await batchFor(ctx, input.batchId, 'answer')
  const answers = new Map(input.answers.map((a) => [a.matchId, a.answer]))
  const matches = (await matchesById(ctx.sql, batch.id, [...answers.keys()])).filter((m) => m.appliedAt === null)
  for (const match of matches) {
    if (!answersFor(match).includes(answers.get(match.id) ?? 'skip')) throw refuse(rosterErrors.cannotBeDifferent, { rowNo: match.rowNo })
  }
  const given = matches.map((match) => ({ match, answer: answers.get(match.id) ?? 'skip' }))
  await answerMatches(ctx.sql, batch.id, given.map(({ match, answer }) => ({ matchId: match.id, answer })), {
    accountId: ctx.actor.kind === 'staff' ? ctx.actor.accountId : null, at: ctx.now,
  })
  const counts = batch.state === 'imported' ? await carryOut(ctx, batch, given) : forecast(given)
  await addCounts(ctx.sql, batch.id, counts, { progress: 1, rowReached: batch.rowReached })
  return viewOf(await getBatch(ctx.sql, batch.id))
}

type Given = { match: MatchRow; answer: Answer }[]

async function carryOut(ctx: Ctx, batch: BatchRow, given: Given): Promise<Counts> {
  const rowsFor = (answer: Answer) => given.filter((g) => g.answer === answer).map((g) => ({ personId: g.match.personId, row: openIncoming(ctx, g.match.incomingSealed) }))
  const [apart, change] = [rowsFor('different'), rowsFor('same')]
  const add = apart.map((g) => g.row)
  await settleDoors(ctx, batch, [...add, ...change.map((c) => c.row)])
  const added = await addPeople(ctx, batch, add, new Map(apart.map((g) => [g.row.rowNo, g.personId])))
  const changed = await changePeople(ctx, batch, change, false)
  await markApplied(ctx.sql, batch.id, given.map((g) => g.match.rowNo), ctx.now)
  return {
    ...noCounts, personsAdded: add.length, personsChanged: changed.changed, personsUnchanged: changed.unchanged,
    householdsAdded: added.households + changed.households, rowsSkipped: given.filter((g) => g.answer === 'skip').length,
    rowsInQuestion: -given.length,
  }
}

/** What the counters of a check say after the answers; an answer can be changed until the import. */
function forecast(given: Given): Counts {
  const counts = { ...noCounts }
  const count = (answer: Answer | null, by: number) => {
    if (answer === 'same') counts.personsChanged += by
    else if (answer === 'different') counts.personsAdded += by
    else if (answer === 'skip') counts.rowsSkipped += by
    else counts.rowsInQuestion += by
  }
  for (const { match, answer } of given) {
    count(match.answer, -1)
    count(answer, 1)
  }
  return counts
}
