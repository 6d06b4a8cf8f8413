import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { keepsReceipt, type Endpoint } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { careApi } from '../../care/contract.ts'
import { careService } from '../../care/service.ts'
import { disinfectionApi } from '../../disinfection/contract.ts'
import { disinfectionService } from '../../disinfection/service.ts'
import { passageApi } from '../../passage/contract.ts'
import { handOverAs, passageService, signOnAs } from '../../passage/service.ts'
import { publicityApi } from '../../publicity/contract.ts'
import { publicityService } from '../../publicity/service.ts'
import { quarantineApi } from '../../quarantine/contract.ts'
import { quarantineService } from '../../quarantine/service.ts'
import { screeningApi } from '../../screening/contract.ts'
import { screeningService } from '../../screening/service.ts'
import { fieldErrors, type FieldCommand, type FieldRecord } from '../contract.ts'
import { staff } from './actor.ts'

/** Whoever recorded it on the phone. */
export interface Author { accountId: string; name: string }
interface Run { endpoint: Endpoint; run: (ctx: Ctx, input: never, author: Author) => Promise<unknown> }
/** A batch answers for each row instead of refusing: one that came back has entered nothing, and what it came in goes on waiting. */
async function recordPassages(...[ctx, input]: Parameters<typeof passageService.recordPassages>): ReturnType<typeof passageService.recordPassages> {
  const taken = await passageService.recordPassages(ctx, input)
  const back = taken.items.find((one) => one.state === 'returned')
  if (back) throw refuse(back.problem === 'noSuchGate' ? fieldErrors.noSuchGate : fieldErrors.outOfShape)
  return taken
}
/** What a phone may have recorded, and who does it here. */
const runs: Record<FieldCommand, Run> = {
  'quarantine.recordCall': { endpoint: quarantineApi.recordCall, run: quarantineService.recordCall },
  'quarantine.recordVisit': { endpoint: quarantineApi.recordVisit, run: quarantineService.recordVisit },
  'screening.recordScreening': { endpoint: screeningApi.recordScreening, run: screeningService.recordScreening },
  'care.recordCareVisit': { endpoint: careApi.recordCareVisit, run: careService.recordCareVisit },
  'care.coverHome': { endpoint: careApi.coverHome, run: careService.coverHome },
  'passage.recordPassages': { endpoint: passageApi.recordPassages, run: recordPassages },
  // It was the author who stood there, whoever enters it.
  'passage.signOn': { endpoint: passageApi.signOn, run: (ctx, input, { accountId }) => signOnAs(ctx, { accountId, name: staff(ctx).name }, input) },
  'passage.handOver': { endpoint: passageApi.handOver, run: (ctx, input, { accountId }) => handOverAs(ctx, { accountId, name: staff(ctx).name }, input) },
  'disinfection.recordDisinfection': { endpoint: disinfectionApi.recordDisinfection, run: disinfectionService.recordDisinfection },
  'publicity.recordPublicity': { endpoint: publicityApi.recordPublicity, run: publicityService.recordPublicity },
}

const permissionOf = ({ access }: Endpoint): string => (typeof access === 'object' ? access.permission : '')
export const mayRun = (ctx: Ctx, command: FieldCommand): boolean => ctx.actor.kind === 'staff' && may(ctx.actor.role, permissionOf(runs[command].endpoint))

/** Whoever takes it over answers for it; the author stands before the name, on every card where it is shown. What the phone has sent itself meanwhile is not entered again, nor what it still sends. */
export async function runFor(ctx: Ctx, author: Author, { id, command, input }: FieldRecord): Promise<void> {
  const { endpoint, run } = runs[command]
  const actor: StaffActor = staff(ctx)
  if (!mayRun(ctx, command)) throw refuse(frameErrors.wrongPermission, { permission: permissionOf(endpoint) })
  const parsed = endpoint.input.safeParse(input)
  if (!parsed.success) throw refuse(fieldErrors.outOfShape)
  const done = async () => endpoint.output.parse((await run({ ...ctx, actor: { ...actor, name: `${author.name} / ${actor.name}` } }, parsed.data as never, author)) ?? {})
  // Passages are known again by ids of their own.
  await (keepsReceipt(endpoint) ? ctx.inPlaceOf({ commandId: id, accountId: author.accountId, endpoint: command, input: parsed.data }, done) : done())
}
