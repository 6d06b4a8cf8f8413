import type { Ctx } from '../../../kernel/ctx.ts'
import { likest, settledBefore } from '../../people/rules.ts'
import { saidDifferent } from '../../people/service.ts'
import type { IncomingPerson } from '../rules/row.ts'
import { answersOf, type insertMatches } from '../store/findings.ts'
import type { BatchRow } from '../tables.ts'
import { sealIncoming, shownOf } from './incoming.ts'
import { findKnown, settleDoors, type Change } from './register.ts'

/** What is known before the first row: whether there is anybody to compare with, and any answer to keep to. */
export interface Known {
  others: boolean
  answers: boolean
}

export interface Verdicts {
  add: IncomingPerson[]
  change: Change[]
  ask: Parameters<typeof insertMatches>[2][number][]
  answered: number[]
  /** Whom an answer has told apart from the person of a row, by row. */
  apart: Map<number, string>
  skipped: number
}

/** New, known, or somebody has to look; answers given before are kept to. */
export async function judgeAgainstRegister(ctx: Ctx, batch: BatchRow, rows: readonly IncomingPerson[], knowing: Known): Promise<Verdicts> {
  const verdicts: Verdicts = { add: [], change: [], ask: [], answered: [], apart: new Map(), skipped: 0 }
  if (rows.length === 0) return verdicts
  if (!knowing.others) return { ...verdicts, add: [...rows] }
  await settleDoors(ctx, batch, rows)
  const given = knowing.answers ? await answersOf(ctx.sql, batch.id, rows.map((r) => r.rowNo)) : []
  const answers = new Map(given.map((a) => [a.rowNo, a]))
  const judged = await findKnown(ctx, batch, rows)
  const different = await saidDifferent(ctx, [...new Set(judged.flatMap(({ known }) => (known.length > 1 ? known.map((one) => one.id) : [])))])
  for (const { row, traits, known } of judged) {
    const found = likest(traits, known)
    const settled = found?.likeness.verdict === 'ask' ? settledBefore(traits, known, different) : undefined
    const answer = answers.get(row.rowNo)
    if (found === undefined) verdicts.add.push(row)
    else if (found.likeness.verdict === 'same') verdicts.change.push({ row, personId: found.person.id })
    else if (settled) verdicts.change.push({ row, personId: settled.id })
    else if (answer?.personId === found.person.id) {
      verdicts.answered.push(row.rowNo)
      if (answer.answer === 'same') verdicts.change.push({ row, personId: found.person.id })
      else if (answer.answer === 'different') {
        verdicts.add.push(row)
        verdicts.apart.set(row.rowNo, found.person.id)
      } else verdicts.skipped += 1
    } else {
      verdicts.ask.push({
        id: ctx.newId(), rowNo: row.rowNo, personId: found.person.id, score: found.likeness.score, reasons: found.likeness.reasons,
        incomingSealed: sealIncoming(ctx, row), incoming: shownOf(row),
      })
    }
  }
  return verdicts
}
