import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import type { rosterApi } from './contract.ts'
import { checkImport, runImport, setImportMapping, undoImport } from './service/commands.ts'
import { downloadImportErrors } from './service/errors.ts'
import { exportPeople } from './service/export.ts'
import { answerImportMatches, listImportMatches } from './service/matches.ts'
import { filesJob } from './service/files.ts'
import { getImport, listImportIssues, listImports } from './service/lists.ts'
import { passOver } from './service/pass.ts'
import { downloadTemplate } from './service/template.ts'
import { undoBatch } from './service/undo.ts'
import { uploadImport } from './service/upload.ts'

export const rosterService: Service<typeof rosterApi, Ctx> = {
  downloadTemplate, uploadImport, setImportMapping, checkImport, runImport, getImport, listImports, listImportIssues,
  downloadImportErrors, listImportMatches, answerImportMatches, undoImport, exportPeople,
}

export const rosterJobs: Jobs = {
  'roster.removeFiles': filesJob,
  'roster.check': { long: true, run: (runner, payload) => passOver(runner, String(payload.batchId), 'check') },
  'roster.run': { long: true, run: (runner, payload) => passOver(runner, String(payload.batchId), 'run') },
  'roster.undo': { long: true, run: (runner, payload) => undoBatch(runner, String(payload.batchId)) },
}
