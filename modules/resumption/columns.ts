import { columnsOf } from '../../kernel/columns.ts'
import { resumptionApi } from './contract.ts'

const title = (name: string) => `resumption.list.${name}`

/** Columns of the module's lists. */
export const columns = {
  listBusinesses: columnsOf(resumptionApi.listBusinesses, 'resumption.title', {
    business: { title: title('business'), value: (b) => b.name, with: [{ title: title('kind'), value: (b, say) => say(`resumption.kinds.${b.kind}`) }, { title: title('place'), value: (b) => b.areaName }, { title: title('address'), value: (b) => b.address }] },
    trade: { title: title('trade'), value: (b, say) => say(`resumption.trades.${b.trade}`) },
    state: { title: title('state'), value: (b, say) => say(`resumption.states.${b.state}`), with: [{ title: title('resumedOn'), value: (b) => b.resumedOn }] },
    reason: { title: title('reason'), value: (b, say) => (b.reason ? say(`resumption.reasons.${b.reason}`) : ''), with: [{ title: title('reasonNote'), value: (b) => b.reasonNote }] },
    look: { title: title('look'), value: (b) => b.lookOn, with: [{ title: title('missing'), value: (b) => b.missing.map((point) => point.name.zh).join('、') }] },
    contact: { title: title('contact'), value: (b) => b.contactName, with: [{ title: title('phone'), value: (b) => b.phoneMasked }], hidden: true },
    staff: { title: title('staff'), value: (b) => b.staff, with: [{ title: title('toReturn'), value: (b) => b.toReturn }, { title: title('fromHighRisk'), value: (b) => b.fromHighRisk }], hidden: true },
    code: { title: title('code'), value: (b) => b.creditCode, hidden: true },
  }, (b) => b.businessId),
}
