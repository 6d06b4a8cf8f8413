import { scopeOf, type Ctx, type Job, type Jobs } from '../../kernel/ctx.ts'
import { addMinutes } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { refuse } from '../../kernel/errors.ts'
import { readKey, toPage } from '../../kernel/page.ts'
import { settingOf } from '../settings/service.ts'
import { areaById } from '../territory/service.ts'
import { formsErrors as errors, formTabs, type FormFigures, type formsApi, type FormTab } from './contract.ts'
import { SECONDS_PER_CELL } from './data.ts'
import { isKnownSource, wayFor } from './rules.ts'
import { admitForm, declineForm, withdrawAdmission } from './service/admitting.ts'
import { admissionsOf, cardOf, formOf, toLine } from './service/cards.ts'
import { downloadFilling, fillForm, previewForm, redoFilling, undoFilling } from './service/filling.ts'
import { sampleForm, setFormHeading, uploadForm } from './service/uploading.ts'
import * as store from './store.ts'

/** 今日待办: forms that are to be in today or are late. */
export const formsDue = (ctx: Ctx, limit: number) => store.formsDue(ctx.sql, ctx.actor.scope, ctx.today, ctx.now, limit)

async function formFigures(ctx: Ctx): Promise<FormFigures> {
  const rows = await store.countForms(ctx.sql, ctx.actor.scope, ctx.today, ctx.now)
  const tabs = Object.fromEntries(formTabs.map((tab) => [tab, 0])) as Record<FormTab, number>
  for (const { state, n } of rows) { tabs[state] += n; if (state !== 'stopped') tabs.all += n }
  const used = rows.filter((row) => row.state !== 'stopped')
  const admission = await admissionsOf(ctx, used)
  const month = await store.monthOf(ctx.sql, ctx.actor.scope, `${ctx.today.slice(0, 8)}01`)
  return {
    tabs, month, unadmitted: used.filter((row) => admission(row).state !== 'admitted').reduce((sum, row) => sum + row.n, 0),
    saved: { minutes: Math.floor((month.filled * SECONDS_PER_CELL) / 60), secondsPerCell: SECONDS_PER_CELL },
  }
}

export const formsService: Service<typeof formsApi, Ctx> = {
  async listForms(ctx, { tab, after, limit }) {
    const page = toPage(await store.listForms(ctx.sql, { scope: ctx.actor.scope, tab, after: readKey(after, 3), limit, today: ctx.today, now: ctx.now }), limit, (row) => [row.rank, row.dueAt ?? '2999-01-01T00:00:00.000Z', row.formId])
    const admission = await admissionsOf(ctx, page.items)
    return { next: page.next, items: page.items.map((row) => toLine(row, admission(row))) }
  },
  formFigures,
  getForm: (ctx, { formId }) => cardOf(ctx, formId),
  uploadForm, sampleForm, setFormHeading, previewForm, fillForm, undoFilling, redoFilling, downloadFilling, admitForm, declineForm, withdrawAdmission,
  async setFormColumns(ctx, { formId, columns }) {
    await store.lockForm(ctx.sql, formId)
    const form = await formOf(ctx, formId)
    const said = new Map(columns.map((one) => [one.index, one]))
    const next = form.columns.map((column) => {
      const one = said.get(column.index)
      // A formula of the sheet is never written over.
      if (!one || column.source === 'formula') return column
      if (one.source === 'formula' || (one.source !== null && !isKnownSource(form.kind, one.source))) throw refuse(errors.wrongSource, { heading: column.heading })
      return { ...column, source: one.source, text: one.text, way: one.source === column.source ? one.way : (one.way ?? wayFor(form.kind, one.source, column.heading, [])) }
    })
    await store.setColumns(ctx.sql, formId, next)
    return cardOf(ctx, formId)
  },
  async setFormWho(ctx, { formId, who, picks }) {
    await store.lockForm(ctx.sql, formId)
    const form = await formOf(ctx, formId)
    if (who) {
      const { areaPath } = await areaById(ctx, who.areaId)
      const own = scopeOf(form.areaPath)
      if (areaPath < own.lo || areaPath >= own.hi) throw refuse(errors.nobody)
    }
    await store.setWho(ctx.sql, formId, who, picks)
    return cardOf(ctx, formId)
  },
  async countForForm(ctx, { areaId, ...conditions }) {
    return { n: await store.countFitting(ctx.sql, conditions, scopeOf((await areaById(ctx, areaId)).areaPath), ctx.today) }
  },
  async setFormFacts(ctx, { formId, ...facts }) {
    await store.lockForm(ctx.sql, formId)
    const { frequency, dueOn = null, dueWeekday = null, dueDate = null } = facts
    if ((frequency === 'once' && dueOn === null) || (frequency === 'weekly' && dueWeekday === null) || (frequency === 'monthly' && dueDate === null)) throw refuse(errors.dueMissing)
    await store.setFacts(ctx.sql, formId, { ...facts, dueOn, dueWeekday, dueDate })
    return cardOf(ctx, formId)
  },
  async stopForm(ctx, { formId, reason }) {
    await store.lockForm(ctx.sql, formId)
    await store.setStopped(ctx.sql, formId, ctx.now, reason)
    return cardOf(ctx, formId)
  },
  async resumeForm(ctx, { formId }) {
    await store.lockForm(ctx.sql, formId)
    await store.setStopped(ctx.sql, formId, null, null)
    return cardOf(ctx, formId)
  },
}

/** 到期删除: filled files hold whole numbers and are made again in a moment; a form out of use holds who stood in it. What they came to stays, and that the form went stands in the trail. */
const filesJob: Job = {
  everyMinutes: 24 * 60,
  run: (runner) => runner.tx(async (ctx) => {
    const days = await settingOf(ctx, 'forms.fileDays')
    const before = addMinutes(ctx.now, -days * 24 * 60)
    for (const { fileId } of await store.filesOutOfTerm(ctx.sql, before)) await ctx.files.remove(fileId)
    for (const { formId, fileId, areaPath } of await store.formsOutOfTerm(ctx.sql, before, ctx.now)) {
      await ctx.files.remove(fileId)
      await ctx.trail({ does: 'forms.removeFiles', act: 'change', subjects: [formId], reason: `forms.fileDays ${days}`, areaPath })
    }
  }),
}
export const formsJobs: Jobs = { 'forms.removeFiles': filesJob }
