import type { InputOf } from '../../kernel/endpoint.ts'
import { certificatesApi as api, type CertificateCard, type certificatesApi } from '../../modules/certificates/contract.ts'
import { peopleApi } from '../../modules/people/contract.ts'
import type { Caller } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
/** An invented number: a division nobody has, a valid check character. */
export function aNumber(): string {
  const first = `999999196001${String(10000 + ++serial).slice(0, 5)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return first + ('10X98765432'[[...first].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] ?? 0), 0) % 11] ?? '')
}

/** Somebody of the register with everything a certificate asks for. */
export async function aResident({ c }: Pick<ExampleWorld, 'c'>, over: object = {}): Promise<{ personId: string; documentNo: string }> {
  const documentNo = aNumber()
  const { personId } = await (await c.as('communityWorker')).call(peopleApi.registerPerson, { areaId: c.compounds[0]?.grids[0]?.id ?? '', building: '3', unit: '2', room: `${700 + ++serial}`, name: '罗文秀', sex: '2', documentKind: 'residentId', documentNo, ...over })
  return { personId, documentNo }
}

export const forSchool = { code: 'residence', purpose: '给新华小学报名用' }
/** Asked for by somebody else than whoever calls. */
export async function waitingCertificate(w: Pick<ExampleWorld, 'c'>, asker: Caller): Promise<CertificateCard> {
  return asker.call(api.askForCertificate, { ...forSchool, personId: (await aResident(w)).personId })
}
const waiting = async (w: ExampleWorld) => ({ certificateId: (await waitingCertificate(w, await w.c.as('communityWorker'))).certificateId })
export async function issuedCertificate(w: Pick<ExampleWorld, 'c'>): Promise<CertificateCard> {
  const { certificateId } = await waitingCertificate(w, await w.c.as('communityWorker'))
  return (await w.c.as('communityWorker')).call(api.approveCertificate, { certificateId })
}
const issued = async (w: ExampleWorld) => ({ certificateId: (await issuedCertificate(w)).certificateId })

export const anItem = (over: Partial<InputOf<typeof api.saveCertificateItem>> = {}): InputOf<typeof api.saveCertificateItem> => ({
  code: 'carePermit', name: '照看情况证明', basis: '街道办事处通知', use: '学校接送', checks: ['见到本人'], said: ['照看', '接送'], asks: null, template: '兹证明{姓名}住{住址}。用于{用途}。', editable: true, approval: 'second', validDays: 30, seal: '社区居民委员会公章', ...over,
})

export const certificatesExamples: ExamplesOf<typeof certificatesApi> = {
  listCertificates: async (w) => { await waiting(w); return {} },
  certificateFigures: async () => ({}),
  certificateLists: async () => ({}),
  certificateItemVersions: async () => ({ code: 'residence' }),
  saveCertificateItem: async () => anItem(),
  stopCertificateItem: async () => ({ code: 'ceremony' }),
  publicCertificateList: async ({ c }) => ({ areaId: c.community.id }),
  certificateListPaper: async ({ c }) => ({ areaId: c.community.id }),
  sealRegisterPaper: async (w) => { await issued(w); return { month: '2020-02' } },
  draftCertificate: async (w) => ({ ...forSchool, personId: (await aResident(w)).personId }),
  askForCertificate: async (w) => ({ ...forSchool, personId: (await aResident(w)).personId }),
  referElsewhere: async () => ({ code: 'alive', said: '证明我妈还活着' }),
  getCertificate: waiting,
  approveCertificate: waiting,
  refuseCertificate: async (w) => ({ ...(await waiting(w)), reason: '租约已到期' }),
  takeBackCertificate: async (w) => ({ certificateId: (await waitingCertificate(w, w.caller)).certificateId }),
  voidCertificate: async (w) => ({ ...(await issued(w)), reason: '名字写错' }),
  certificatePaper: issued,
  downloadCertificate: issued,
  verifyCertificate: async (w) => {
    const { certificateId } = await issued(w)
    return { code: await codeOn(w, certificateId) }
  },
}

/** The code printed on a paper, read as whoever scans it would. */
export async function codeOn(w: Pick<ExampleWorld, 'c'>, certificateId: string): Promise<string> {
  return w.c.tx('system', async (ctx) => ctx.vault.open((await ctx.sql.get<{ sealed: string }>({ text: 'select code_sealed as sealed from certificate where id = $1', values: [certificateId] })).sealed))
}
