import { formsApi as api, type formsApi } from '../../modules/forms/contract.ts'
import { register } from '../people.ts'
import type { ExampleFile } from './files.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
/** A form as a department sends it, as text: a title, one heading row, whoever is named, and two free lines. */
export const aSheet = (names: readonly string[] = [], headings = '序号,姓名,性别,年龄,联系电话,家庭住址,备注'): ExampleFile => ({
  filename: '摸底表.csv', bytes: new TextEncoder().encode(`60岁以上独居老人摸底表${++serial}\n${headings}\n${names.map((name, i) => `${i + 1},${name}\n`).join('')},,,,,,\n,,,,,,\n填表人:,,审核人:,,,,\n`),
})

/** Every layout is one of its own, so that no example finds another's. */
export async function aForm({ c }: ExampleWorld, upload = aSheet([], `序号,姓名,性别,年龄,联系电话,家庭住址,备注,第${++serial}栏`)) {
  const worker = await c.as('communityWorker')
  return { worker, formId: (await worker.call(api.uploadForm, {}, { upload })).formId }
}
const one = async (w: ExampleWorld) => ({ formId: (await aForm(w)).formId })
const withSomebody = async (w: ExampleWorld) => {
  const { worker, formId } = await aForm(w)
  await register(worker, w.c, { name: `独居老人${++serial}`, birthOn: '1940-01-01', careGroups: ['livingAlone'], room: `${900 + serial}` })
  return { worker, formId }
}
export const aFilling = async (w: ExampleWorld) => {
  const { worker, formId } = await withSomebody(w)
  return { fillingId: (await worker.call(api.fillForm, { formId })).fillingId }
}

export const formsExamples: ExamplesOf<typeof formsApi> = {
  listForms: async (w) => { await one(w); return {} },
  formFigures: async () => ({}),
  getForm: one,
  sampleForm: one,
  uploadForm: async () => ({}),
  setFormHeading: async (w) => ({ ...(await one(w)), rowNo: 2 }),
  setFormColumns: async (w) => ({ ...(await one(w)), columns: [{ index: 6, source: 'text', way: null, text: '健在' }] }),
  setFormWho: async (w) => ({ ...(await one(w)), who: { areaId: w.c.community.id, conditions: { ageFrom: 60 } }, picks: { 3: 'skip' as const } }),
  countForForm: async ({ c }) => ({ areaId: c.community.id, ageFrom: 60, careGroups: ['livingAlone'] }),
  setFormFacts: async (w) => ({ ...(await one(w)), name: '独居老人摸底表', department: '民政局', frequency: 'daily' }),
  previewForm: one,
  fillForm: async (w) => ({ formId: (await withSomebody(w)).formId }),
  undoFilling: aFilling,
  redoFilling: async (w) => { const filling = await aFilling(w); await (await w.c.as('communityWorker')).call(api.undoFilling, filling); return filling },
  downloadFilling: async (w) => ({ ...(await aFilling(w)), reason: '报民政局' }),
  admitForm: async (w) => ({ ...(await one(w)), basis: '民发〔2020〕1号', reason: '上级文件要求' }),
  declineForm: async (w) => ({ ...(await one(w)), reason: '与已有报表重复' }),
  withdrawAdmission: one,
  stopForm: async (w) => ({ ...(await one(w)), reason: '不再要求报送' }),
  resumeForm: async (w) => { const form = await one(w); await (await w.c.as('communityWorker')).call(api.stopForm, { ...form, reason: '停一停' }); return form },
}
