import * as z from 'zod'
import { command, query } from '../../../kernel/endpoint.ts'
import { day, personName, text } from '../../../kernel/fields.ts'
import { volunteersErrors as errors } from './errors.ts'
import { freeTime, ownVolunteer, skill, volunteerKind } from './views.ts'

/** What is written down of a helper. */
export const told = { kind: volunteerKind, unit: text(60).optional(), phone: text(20).optional(), skills: z.array(skill).max(7).default([]), free: z.array(freeTime).max(4).default([]), /** 同意公开姓名 */ inPublic: z.boolean().default(false), reportedOn: day().optional(), note: text(300).optional() }

/** Of whoever comes with the code on the wall: all of the contract a phone of a resident loads. */
export const ownHelpApi = {
  askToHelp: command({
    path: '/my/volunteers', access: 'link', summary: '扫码报名: a resident or somebody of a unit signs up; the community takes in, nothing is told about anybody', input: z.object({ kind: volunteerKind, name: personName(), unit: text(60).optional(), phone: text(20), skills: told.skills, free: told.free, inPublic: told.inPublic }),
    output: ownVolunteer, errors: [errors.phoneWrong, errors.unitMissing, errors.tooMany], audit: { act: 'change' },
  }),
  myHelp: query({ path: '/my/volunteers', access: 'link', summary: '我的报名: by the receipts a phone has kept', input: z.object({ receipts: text(500).default('') }), output: z.object({ items: z.array(ownVolunteer) }) }),
}
